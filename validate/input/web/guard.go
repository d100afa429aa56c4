package web

import (
	"context"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/socle-commun/socle/schemas/fetch"
)

// reserved are networks that are of no use to the public, besides those that
// package netip knows: those of carriers and of tests, and what stands for
// addresses of IPv4 (IANA's special-purpose registries).
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("fec0::/10"),
}

// translated are the networks whose addresses end with one of IPv4.
var translated = []netip.Prefix{netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("::/96")}

// private says whether an address is one of this machine or of a network that
// the public does not reach: among them those where machines in a cloud are
// told their secrets (169.254.169.254, fd00:ec2::254).
func private(at netip.AddrPort) bool {
	ip := at.Addr().Unmap()
	if ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast() || ip.IsUnspecified() || ip.IsMulticast() {
		return true
	}
	ip = ip.WithZone("")
	for _, p := range translated {
		if p.Contains(ip) {
			last := ip.As16()
			return private(netip.AddrPortFrom(netip.AddrFrom4([4]byte(last[12:])), at.Port()))
		}
	}
	for _, p := range reserved {
		if p.Contains(ip) {
			return true
		}
	}
	return false
}

// A guard keeps a server of the public from sending the reader on to a private
// network: what answers there was not meant for it. Where the address that was
// asked for is private itself, it may.
type guard struct {
	private   func(netip.AddrPort) bool
	home      atomic.Bool            // the address that was asked for is private
	elsewhere atomic.Pointer[string] // what was asked for leads to this host; nil as long as it does not
	proxy     atomic.Pointer[string] // host:port of the proxy, nil without: its own address is nobody's matter
}

// watch makes a transport and a policy for redirections that obey the guard.
func (g *guard) watch(t *http.Transport, connect time.Duration) func(next *http.Request, before []*http.Request) error {
	if choose := t.Proxy; choose != nil {
		t.Proxy = func(r *http.Request) (*url.URL, error) {
			proxy, err := choose(r)
			if err == nil && proxy != nil {
				at := hostPort(proxy)
				g.proxy.Store(&at)
			}
			return proxy, err
		}
	}
	plain := &net.Dialer{Timeout: connect}
	guarded := &net.Dialer{Timeout: connect, Control: g.control}
	t.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		if proxy := g.proxy.Load(); proxy != nil && address == *proxy {
			return plain.DialContext(ctx, network, address)
		}
		return guarded.DialContext(ctx, network, address)
	}
	follow := fetch.Follow(mostRedirects)
	return func(next *http.Request, before []*http.Request) error {
		if err := follow(next, before); err != nil {
			return err
		}
		g.told(before[0].URL) // through a proxy nothing is known but what the address says
		to := next.URL.Hostname()
		g.elsewhere.Store(&to)
		if at, ok := literal(next.URL); ok && !g.home.Load() && g.private(at) {
			return towardsPrivate(to)
		}
		return nil
	}
}

// told notes that the address which was asked for names a private place.
func (g *guard) told(asked *url.URL) {
	if at, ok := literal(asked); ok && g.private(at) {
		g.home.Store(true)
	}
}

// control judges an address that a host's name stands for, before it is
// reached.
func (g *guard) control(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil || !g.private(at) {
		return nil
	}
	switch to := g.elsewhere.Load(); {
	case to == nil:
		g.home.Store(true)
	case !g.home.Load():
		return towardsPrivate(*to)
	}
	return nil
}

// literal is the address that a URL names by numbers, or as this machine.
func literal(u *url.URL) (netip.AddrPort, bool) {
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		host = "127.0.0.1"
	}
	at, err := netip.ParseAddrPort(net.JoinHostPort(host, portOf(u)))
	return at, err == nil
}

func portOf(u *url.URL) string {
	switch {
	case u.Port() != "":
		return u.Port()
	case u.Scheme == "https":
		return "443"
	case u.Scheme == "socks5" || u.Scheme == "socks5h":
		return "1080"
	}
	return "80"
}

func hostPort(u *url.URL) string { return net.JoinHostPort(u.Hostname(), portOf(u)) }

// towardsPrivate says that a redirection leads where it should not.
func towardsPrivate(host string) *fetch.Fault {
	return fetch.New("redirect", "l'adresse renvoie vers un réseau privé (%s), qui n'est pas sur internet : socle n'y va pas. Si c'est voulu, donnez vous-même l'adresse finale.",
		"the address leads to a private network (%s), which is not on the internet: socle does not go there. If that is meant, give the final address yourself.", host)
}
