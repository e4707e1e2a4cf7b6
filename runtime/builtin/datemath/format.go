//firn:core

package datemath

// MaxLen is the buffer size that every format function needs.
const MaxLen = 80

const (
	dayNames   = "SunMonTueWedThuFriSat"
	monthNames = "JanFebMarAprMayJunJulAugSepOctNovDec"
	invalid    = "Invalid Date"
	zone       = " GMT+0000 (Coordinated Universal Time)"
)

// writer appends to a buffer.
type writer struct {
	buf []byte
	n   int
}

func (w *writer) str(s string) {
	for i := 0; i < len(s); i++ {
		w.buf[w.n] = s[i]
		w.n++
	}
}

func (w *writer) char(c byte) {
	w.buf[w.n] = c
	w.n++
}

// padded writes v ≥ 0 with at least width digits.
func (w *writer) padded(v int32, width int) {
	digits := 1
	for q := v; q >= 10; q /= 10 {
		digits++
	}
	if digits < width {
		digits = width
	}
	for i := digits - 1; i >= 0; i-- {
		w.buf[w.n+i] = byte('0' + v%10)
		v /= 10
	}
	w.n += digits
}

// clock writes hh:mm:ss.
func (w *writer) clock(f *Fields) {
	w.padded(f.Hour, 2)
	w.char(':')
	w.padded(f.Minute, 2)
	w.char(':')
	w.padded(f.Second, 2)
}

// year writes the year as DateString does: at least four digits, a sign only if negative.
func (w *writer) year(y int32) {
	if y < 0 {
		w.char('-')
		y = -y
	}
	w.padded(y, 4)
}

func (w *writer) name(names string, i int32) { w.str(names[3*i : 3*i+3]) }

// dateString is DateString (ECMA-262 21.4.4.41.2).
func (w *writer) dateString(f *Fields) {
	w.name(dayNames, f.WeekDay)
	w.char(' ')
	w.name(monthNames, f.Month)
	w.char(' ')
	w.padded(f.Date, 2)
	w.char(' ')
	w.year(f.Year)
}

// split is Split; it writes what NaN looks like and is false for that.
func (w *writer) split(t float64, f *Fields) bool {
	if t != t {
		w.str(invalid)
		return false
	}
	Split(t, f)
	return true
}

// FormatISO writes Date.prototype.toISOString (ECMA-262 21.4.4.36) of the time value t to buf
// and returns the length. t must not be NaN (for which it throws).
func FormatISO(t float64, buf []byte) int {
	var f Fields
	Split(t, &f)
	w := writer{buf: buf}
	if y := f.Year; y >= 0 && y <= 9999 {
		w.padded(y, 4)
	} else {
		if y < 0 {
			w.char('-')
			y = -y
		} else {
			w.char('+')
		}
		w.padded(y, 6)
	}
	w.char('-')
	w.padded(f.Month+1, 2)
	w.char('-')
	w.padded(f.Date, 2)
	w.char('T')
	w.clock(&f)
	w.char('.')
	w.padded(f.Ms, 3)
	w.char('Z')
	return w.n
}

// FormatUTC writes Date.prototype.toUTCString (ECMA-262 21.4.4.43) of t to buf.
func FormatUTC(t float64, buf []byte) int {
	w := writer{buf: buf}
	var f Fields
	if !w.split(t, &f) {
		return w.n
	}
	w.name(dayNames, f.WeekDay)
	w.str(", ")
	w.padded(f.Date, 2)
	w.char(' ')
	w.name(monthNames, f.Month)
	w.char(' ')
	w.year(f.Year)
	w.char(' ')
	w.clock(&f)
	w.str(" GMT")
	return w.n
}

// FormatString writes ToDateString (ECMA-262 21.4.4.41.4) of t, the text of
// Date.prototype.toString, to buf.
func FormatString(t float64, buf []byte) int {
	w := writer{buf: buf}
	var f Fields
	if !w.split(t, &f) {
		return w.n
	}
	w.dateString(&f)
	w.char(' ')
	w.clock(&f)
	w.str(zone)
	return w.n
}

// FormatDate writes Date.prototype.toDateString (ECMA-262 21.4.4.35) of t to buf.
func FormatDate(t float64, buf []byte) int {
	w := writer{buf: buf}
	var f Fields
	if !w.split(t, &f) {
		return w.n
	}
	w.dateString(&f)
	return w.n
}

// FormatTime writes Date.prototype.toTimeString (ECMA-262 21.4.4.42) of t to buf.
func FormatTime(t float64, buf []byte) int {
	w := writer{buf: buf}
	var f Fields
	if !w.split(t, &f) {
		return w.n
	}
	w.clock(&f)
	w.str(zone)
	return w.n
}
