// Package shelf keeps what was used for one piece of work for the next one.
package shelf

// A Shelf holds things that nobody needs for now. Any number of goroutines may
// use it. Unlike sync.Pool it forgets nothing while it has room.
type Shelf[T any] chan *T

// room is how many things a shelf has room for: more than there are workers.
const room = 64

// New makes an empty shelf.
func New[T any]() Shelf[T] { return make(Shelf[T], room) }

// Take gives something from the shelf, or nil.
func (s Shelf[T]) Take() *T {
	select {
	case thing := <-s:
		return thing
	default:
		return nil
	}
}

// Leave puts something on the shelf; where it is full, the thing is dropped.
func (s Shelf[T]) Leave(thing *T) {
	select {
	case s <- thing:
	default:
	}
}
