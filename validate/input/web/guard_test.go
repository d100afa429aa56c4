package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
)

func TestPrivate(t *testing.T) {
	for address, want := range map[string]bool{
		"127.0.0.1": true, "127.8.9.10": true, "10.1.2.3": true, "172.16.0.1": true, "172.32.0.1": false, "192.168.1.1": true,
		"169.254.169.254": true, "100.64.0.1": true, "0.0.0.0": true, "224.0.0.1": true, "255.255.255.255": true, "198.18.0.1": true,
		"::1": true, "::": true, "fe80::1%eth0": true, "fd00:ec2::254": true, "fc00::1": true, "::ffff:10.0.0.1": true,
		"64:ff9b::a00:1": true, "64:ff9b::808:808": false, "ff02::1": true,
		"8.8.8.8": false, "37.59.183.93": false, "2001:41d0::1": false, "::ffff:8.8.8.8": false,
	} {
		if got := private(netip.AddrPortFrom(netip.MustParseAddr(address), 80)); got != want {
			t.Errorf("%s: %t", address, got)
		}
	}
}

func TestLiteral(t *testing.T) {
	for address, want := range map[string]string{
		"http://localhost/x": "127.0.0.1:80", "https://LOCALHOST.:8443": "127.0.0.1:8443", "http://a.localhost": "127.0.0.1:80",
		"https://[::1]/": "[::1]:443", "http://10.0.0.1:99": "10.0.0.1:99", "http://example.org": "", "http://127.1": "",
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if at, ok := literal(u); ok {
			got = at.String()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
}

// TestGuard takes one server for public and another for private.
func TestGuard(t *testing.T) {
	secret := httptest.NewServer(sends(200, table))
	defer secret.Close()
	var next string
	public := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/file" {
			io.WriteString(w, table)
			return
		}
		http.Redirect(w, r, next, http.StatusFound)
	}))
	defer public.Close()
	port := func(s *httptest.Server) uint16 {
		return s.Listener.Addr().(interface{ AddrPort() netip.AddrPort }).AddrPort().Port()
	}
	named := strings.Replace(secret.URL, "127.0.0.1", "localhost", 1)
	onlySecret := func(at netip.AddrPort) bool { return at.Port() == port(secret) }
	for _, tt := range []struct {
		name, asked, next, code string
		private                 func(netip.AddrPort) bool
	}{
		{"public to private, by number", public.URL, secret.URL, "redirect", onlySecret},
		{"public to private, by name", public.URL, named, "redirect", onlySecret},
		{"public to public", public.URL, public.URL + "/file", "", onlySecret},
		{"private, as asked", secret.URL, "", "", onlySecret},
		{"private to private", public.URL, secret.URL, "", private},
		{"private by name to private", strings.Replace(public.URL, "127.0.0.1", "localhost", 1), secret.URL, "", private},
		{"a metadata service", public.URL, "http://169.254.169.254/latest/", "redirect", func(at netip.AddrPort) bool { return at.Port() == 80 }},
	} {
		next = tt.next
		g, failure := fetched(t, tt.asked, Options{private: tt.private})
		if g.Code != tt.code {
			t.Errorf("%s: %+v, want %q", tt.name, failure, tt.code)
		}
		if tt.code != "" && !strings.Contains(failure.Say.FR, "réseau privé") {
			t.Errorf("%s: %s", tt.name, failure.Say.FR)
		}
	}
}

// TestGuardedProxy goes through a proxy, whose own address is private: only
// what an address says by itself is known then.
func TestGuardedProxy(t *testing.T) {
	var asked []string
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.String())
		switch r.URL.Path {
		case "/inside":
			http.Redirect(w, r, "http://192.168.1.1/file", http.StatusFound)
		case "/outside":
			http.Redirect(w, r, "http://other.example/file", http.StatusFound)
		default:
			io.WriteString(w, table)
		}
	}))
	defer proxy.Close()
	through, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	for address, code := range map[string]string{
		"http://data.example/file": "", "http://data.example/outside": "", "http://data.example/inside": "redirect", "http://10.0.0.1/inside": "",
	} {
		o := Options{transport: &http.Transport{Proxy: http.ProxyURL(through)}, guarded: true}
		if g, failure := fetched(t, address, o); g.Code != code {
			t.Errorf("%s: %+v, want %q", address, failure, code)
		}
	}
	if len(asked) < 6 {
		t.Errorf("the proxy was asked for %q only", asked)
	}
}
