//firn:core

package datemath

import "firn/runtime/builtin/num"

// ParseLatin1 is Date.parse (ECMA-262 21.4.3.2) of Latin-1 text. It reads the Date Time String
// Format (21.4.1.32), the results of toString and toUTCString, and otherwise the free format
// that V8 reads, whose rules are at parser.free. The result is a time value or NaN.
func ParseLatin1(s []byte) float64 {
	var p parser
	p.in.s.latin1 = s
	return p.parse()
}

// ParseUTF16 is ParseLatin1 of UTF-16 text.
func ParseUTF16(s []uint16) float64 {
	var p parser
	p.in.s.utf16 = s
	p.in.s.wide = true
	return p.parse()
}

const none = -1 << 31

// parser collects the components of a date.
type parser struct {
	in scanner

	day   [3]int32 // numbers in the order of the text
	days  int
	month int32 // named month, or none
	iso   bool  // year, month, day in this order and not abbreviated

	clock  [4]int32 // hour, minute, second, millisecond
	clocks int
	half   int32 // 0 for AM, 12 for PM, or none

	zoneSign   int32 // 1 or -1, or none for local time
	zoneHour   int32
	zoneMinute int32
}

func (p *parser) parse() float64 {
	p.month = none
	p.half = none
	p.zoneSign = none
	p.zoneHour = none
	p.zoneMinute = none
	p.in.scan()
	t, ok := p.isoFormat()
	if !ok || !p.free(t) {
		return num.NaN()
	}
	return p.value()
}

func (p *parser) addDay(n int32) bool {
	if p.days == len(p.day) {
		return false
	}
	p.day[p.days] = n
	p.days++
	return true
}

func (p *parser) addClock(n int32) bool {
	if p.clocks == len(p.clock) {
		return false
	}
	p.clock[p.clocks] = n
	p.clocks++
	return true
}

// addLastClock adds n, if there is room, and ends the clock time; what is missing is 0.
func (p *parser) addLastClock(n int32) {
	p.addClock(n)
	for p.clocks < len(p.clock) {
		p.clock[p.clocks] = 0
		p.clocks++
	}
}

// clockExpects reports whether n can be the next component of a started clock time.
func (p *parser) clockExpects(n int32) bool {
	switch p.clocks {
	case 1, 2:
		return n < 60
	case 3:
		return n < 1000
	}
	return false
}

func (p *parser) setZone(hours int32) {
	p.zoneSign = 1
	if hours < 0 {
		p.zoneSign = -1
		hours = -hours
	}
	p.zoneHour = hours
	p.zoneMinute = 0
}

// isoFormat reads the Date Time String Format. ok is false if the text is certainly wrong. If
// only a beginning of it matched, it returns the first token for the free format to go on with.
func (p *parser) isoFormat() (t token, ok bool) {
	in := &p.in
	if in.isSign() {
		sign := in.next()
		if !in.isFixed(6, 0, 999999) {
			return sign, true
		}
		year := in.next().value
		if sign.value == '-' {
			if year == 0 { // -000000 is no year (21.4.1.32.1)
				return sign, false
			}
			year = -year
		}
		p.addDay(year)
	} else if in.isFixed(4, 0, 9999) {
		p.addDay(in.next().value)
	} else {
		return in.next(), true
	}
	if in.skip('-') {
		if !in.isFixed(2, 1, 12) {
			return in.next(), true
		}
		p.addDay(in.next().value)
		if in.skip('-') {
			if !in.isFixed(2, 1, 31) {
				return in.next(), true
			}
			p.addDay(in.next().value)
		}
	}
	if !(in.tok.kind == tokWord && in.tok.word == wordT) {
		if in.tok.kind != tokEnd {
			return in.next(), true
		}
		p.iso = true
		p.setZone(0)
		return in.tok, true
	}
	in.scan()
	if !p.isoTime() || in.tok.kind != tokEnd {
		return in.tok, false
	}
	p.iso = true
	return in.tok, true
}

// isoTime reads HH:mm, HH:mm:ss or HH:mm:ss.sss and the offset.
func (p *parser) isoTime() bool {
	in := &p.in
	if !in.isFixed(2, 0, 24) {
		return false
	}
	hour := in.next().value
	limit := int32(59)
	if hour == 24 { // only 24:00:00.000
		limit = 0
	}
	p.addClock(hour)
	if !in.skip(':') || !in.isFixed(2, 0, limit) {
		return false
	}
	p.addClock(in.next().value)
	if in.skip(':') {
		if !in.isFixed(2, 0, limit) {
			return false
		}
		p.addClock(in.next().value)
		if in.skip('.') {
			if in.tok.kind != tokNumber || hour == 24 && in.tok.value > 0 {
				return false
			}
			p.addClock(milliseconds(in.next()))
		}
	}
	if in.tok.kind == tokWord && in.tok.word == wordZone && in.tok.len == 1 {
		in.scan()
		p.setZone(0)
	} else if in.isSign() {
		p.zoneSign = 1
		if in.next().value == '-' {
			p.zoneSign = -1
		}
		if in.isFixed(4, 0, 2359) && in.tok.value%100 < 60 {
			v := in.next().value
			p.zoneHour = v / 100
			p.zoneMinute = v % 100
			return true
		}
		if !in.isFixed(2, 0, 23) {
			return false
		}
		p.zoneHour = in.next().value
		if !in.skip(':') || !in.isFixed(2, 0, 59) {
			return false
		}
		p.zoneMinute = in.next().value
	}
	return true
}

// milliseconds returns the first three digits of a fraction.
func milliseconds(t token) int32 {
	v, n := t.value, t.len
	if n > 9 {
		n = 9
	}
	for ; n < 3; n++ {
		v *= 10
	}
	for ; n > 3; n-- {
		v /= 10
	}
	return v
}

// free reads the rest of the text, from token t on, by these rules:
//
//   - words before the first number, white space, commas, slashes and text in parentheses are
//     ignored; after a number only months, zones and AM or PM are allowed;
//   - a number before ':' is part of the clock time, and so is the number after the last one;
//   - a sign after the clock time or after a zone begins an offset: h, hh, hmm, hhmm or hh:mm;
//   - any other number is part of the date, at most three.
func (p *parser) free(t token) bool {
	in := &p.in
	number := p.days > 0 // a number has been read
	for ; t.kind != tokEnd; t = in.next() {
		switch t.kind {
		case tokNumber:
			number = true
			if !p.freeNumber(t.value) {
				return false
			}
		case tokWord:
			switch {
			case t.word == wordHalf && p.clocks > 0:
				p.half = t.value
			case t.word == wordMonth:
				p.month = t.value
				in.skip('-')
			case t.word == wordZone && number:
				p.setZone(t.value)
			default:
				if number || in.tok.kind == tokNumber {
					return false
				}
			}
		case tokSymbol:
			sign := t.value == '+' || t.value == '-'
			if sign && (p.clocks > 0 || p.zoneHour == 0 && p.zoneMinute == 0) {
				number = true
				if !p.freeOffset(t.value) {
					return false
				}
			} else if (sign || t.value == ')') && number {
				return false
			}
		}
	}
	return true
}

func (p *parser) freeNumber(n int32) bool {
	in := &p.in
	if in.skip(':') {
		if in.skip(':') { // "n::" is the hour and no minutes
			if p.clocks > 0 {
				return false
			}
			return p.addClock(n) && p.addClock(0)
		}
		if !p.addClock(n) {
			return false
		}
		in.skip('.')
		return true
	}
	if in.isSymbol('.') {
		in.scan()
		if p.clockExpects(n) {
			p.addClock(n)
			if in.tok.kind != tokNumber {
				return false
			}
			p.addLastClock(milliseconds(in.next()))
			return true
		}
	}
	if p.zoneHour != none && p.zoneMinute == none && n < 60 {
		p.zoneMinute = n
		return true
	}
	if p.clockExpects(n) {
		p.addLastClock(n)
		t := &in.tok
		return t.kind == tokEnd || t.kind == tokSpace || in.isSign() ||
			t.kind == tokWord && t.word == wordZone && t.len == 1
	}
	if !p.addDay(n) {
		return false
	}
	in.skip('-')
	return true
}

func (p *parser) freeOffset(sign int32) bool {
	in := &p.in
	p.zoneSign = 1
	if sign == '-' {
		p.zoneSign = -1
	}
	n, digits := int32(0), int32(0)
	if in.tok.kind == tokNumber {
		t := in.next()
		n, digits = t.value, t.len
	}
	switch {
	case in.isSymbol(':'):
		p.zoneHour = n
		p.zoneMinute = none
	case digits == 1 || digits == 2:
		p.zoneHour = n
		p.zoneMinute = 0
	case digits == 3 || digits == 4:
		p.zoneHour = n / 100
		p.zoneMinute = n % 100
	default:
		return false
	}
	return true
}

// value puts the components together.
func (p *parser) value() float64 {
	year, month, date, ok := p.civil()
	if !ok {
		return num.NaN()
	}
	for p.clocks < len(p.clock) {
		p.clock[p.clocks] = 0
		p.clocks++
	}
	hour, minute, second, ms := p.clock[0], p.clock[1], p.clock[2], p.clock[3]
	if p.half != none {
		if hour > 12 {
			return num.NaN()
		}
		hour = hour%12 + p.half
	}
	if hour > 23 || minute > 59 || second > 59 || ms > 999 {
		if hour != 24 || minute != 0 || second != 0 || ms != 0 {
			return num.NaN()
		}
	}
	offset := 0.0
	if p.zoneSign != none {
		h, m := p.zoneHour, p.zoneMinute
		if h == none {
			h = 0
		}
		if m == none {
			m = 0
		}
		// Local time is UTC, so a missing zone means offset 0.
		minutes := int64(h)*60 + int64(m)
		if minutes > (1<<31-1)/60 {
			return num.NaN()
		}
		offset = float64(minutes * int64(p.zoneSign) * msPerMinute)
	}
	day := MakeDay(float64(year), float64(month-1), float64(date))
	time := MakeTime(float64(hour), float64(minute), float64(second), float64(ms))
	return TimeClip(MakeDate(day, time) - offset)
}

// civil decides which number is the year, the month and the day. Missing numbers are 1, so that a
// missing year is 2001.
func (p *parser) civil() (year, month, date int32, ok bool) {
	if p.days == 0 {
		return 0, 0, 0, false
	}
	for p.days < len(p.day) {
		p.day[p.days] = 1
		p.days++
	}
	a, b, c := p.day[0], p.day[1], p.day[2]
	isDay := a >= 1 && a <= 31
	switch {
	case p.month == none && (p.iso || !isDay):
		year, month, date = a, b, c
	case p.month == none:
		month, date, year = a, b, c
	case !isDay:
		year, month, date = a, p.month, b
	default:
		date, month, year = a, p.month, b
	}
	if !p.iso {
		if year >= 0 && year <= 49 {
			year += 2000
		} else if year >= 50 && year <= 99 {
			year += 1900
		}
	}
	return year, month, date, month >= 1 && month <= 12 && date >= 1 && date <= 31
}
