//firn:core

package datemath

import "firn/runtime/builtin/num"

const (
	msPerSecond = 1000
	msPerMinute = 60000
	msPerHour   = 3600000
	msPerDay    = 86400000

	// MaxTime is the largest magnitude of a time value (ECMA-262 21.4.1.1).
	MaxTime = 8.64e15
)

// Fields are the components of a time value.
type Fields struct {
	Year    int32 // proleptic Gregorian, astronomical numbering
	Month   int32 // 0 to 11
	Date    int32 // 1 to 31
	WeekDay int32 // 0 (Sunday) to 6
	Hour    int32
	Minute  int32
	Second  int32
	Ms      int32
}

// divFloor returns ⌊a/b⌋ and the remainder for b > 0.
func divFloor(a, b int64) (q, r int64) {
	q = a / b
	r = a - q*b
	if r < 0 {
		q--
		r += b
	}
	return q, r
}

// integer returns the time value t as an integer. Callers have excluded NaN; anything else out
// of range counts as 0, which keeps the conversion defined.
func integer(t float64) int64 {
	if !(t >= -MaxTime && t <= MaxTime) {
		return 0
	}
	return int64(t)
}

// Day is Day(t) (ECMA-262 21.4.1.3) of a time value that is not NaN.
func Day(t float64) float64 {
	q, _ := divFloor(integer(t), msPerDay)
	return float64(q)
}

// TimeWithinDay is TimeWithinDay(t) (ECMA-262 21.4.1.3) of a time value that is not NaN.
func TimeWithinDay(t float64) float64 {
	_, r := divFloor(integer(t), msPerDay)
	return float64(r)
}

// daysFromCivil returns the day number of the first of a month; month is 0 to 11. Years are
// counted from March, so that the leap day is the last of its year.
func daysFromCivil(year int64, month int32) int64 {
	m := int64(month) - 2
	if m < 0 {
		m += 12
		year--
	}
	era, y := divFloor(year, 400)
	return era*146097 + y*365 + y/4 - y/100 + (153*m+2)/5 - 719468
}

// civilFromDays is the inverse: the date of a day number.
func civilFromDays(days int64) (year int64, month, date int32) {
	era, d := divFloor(days+719468, 146097)
	y := (d - d/1460 + d/36524 - d/146096) / 365
	d -= y*365 + y/4 - y/100
	m := (5*d + 2) / 153
	date = int32(d-(153*m+2)/5) + 1
	year = era*400 + y
	month = int32(m) + 2
	if month > 11 {
		month -= 12
		year++
	}
	return year, month, date
}

// Split sets f to the components of t: YearFromTime, MonthFromTime, DateFromTime, WeekDay,
// HourFromTime, MinFromTime, SecFromTime and msFromTime of ECMA-262 21.4.1.4 to 21.4.1.14.
// t is a time value other than NaN.
func Split(t float64, f *Fields) {
	days, ms := divFloor(integer(t), msPerDay)
	y, m, d := civilFromDays(days)
	f.Year = int32(y)
	f.Month = m
	f.Date = d
	_, w := divFloor(days+4, 7)
	f.WeekDay = int32(w)
	f.Hour = int32(ms / msPerHour)
	f.Minute = int32(ms / msPerMinute % 60)
	f.Second = int32(ms / msPerSecond % 60)
	f.Ms = int32(ms % msPerSecond)
}

// YearFromTime is YearFromTime(t) (ECMA-262 21.4.1.8).
func YearFromTime(t float64) int32 {
	days, _ := divFloor(integer(t), msPerDay)
	y, _, _ := civilFromDays(days)
	return int32(y)
}

// MonthFromTime is MonthFromTime(t) (ECMA-262 21.4.1.11): 0 to 11.
func MonthFromTime(t float64) int32 {
	days, _ := divFloor(integer(t), msPerDay)
	_, m, _ := civilFromDays(days)
	return m
}

// DateFromTime is DateFromTime(t) (ECMA-262 21.4.1.12): 1 to 31.
func DateFromTime(t float64) int32 {
	days, _ := divFloor(integer(t), msPerDay)
	_, _, d := civilFromDays(days)
	return d
}

// WeekDay is WeekDay(t) (ECMA-262 21.4.1.13): 0 (Sunday) to 6.
func WeekDay(t float64) int32 {
	days, _ := divFloor(integer(t), msPerDay)
	_, w := divFloor(days+4, 7)
	return int32(w)
}

// HourFromTime is HourFromTime(t) (ECMA-262 21.4.1.14).
func HourFromTime(t float64) int32 { return int32(int64(TimeWithinDay(t)) / msPerHour) }

// MinFromTime is MinFromTime(t) (ECMA-262 21.4.1.15).
func MinFromTime(t float64) int32 { return int32(int64(TimeWithinDay(t)) / msPerMinute % 60) }

// SecFromTime is SecFromTime(t) (ECMA-262 21.4.1.16).
func SecFromTime(t float64) int32 { return int32(int64(TimeWithinDay(t)) / msPerSecond % 60) }

// MsFromTime is msFromTime(t) (ECMA-262 21.4.1.17).
func MsFromTime(t float64) int32 { return int32(int64(TimeWithinDay(t)) % msPerSecond) }

// MakeTime is MakeTime (ECMA-262 21.4.1.27); its arithmetic is that of the operators * and +.
func MakeTime(hour, min, sec, ms float64) float64 {
	if !num.IsFinite(hour) || !num.IsFinite(min) || !num.IsFinite(sec) || !num.IsFinite(ms) {
		return num.NaN()
	}
	h := num.ToIntegerOrInfinity(hour)
	m := num.ToIntegerOrInfinity(min)
	s := num.ToIntegerOrInfinity(sec)
	return ((float64(h*msPerHour) + float64(m*msPerMinute)) + float64(s*msPerSecond)) + num.ToIntegerOrInfinity(ms)
}

const (
	maxYear  = 1000000  // years and
	maxMonth = 10000000 // months beyond which MakeDay gives up, as V8 does
)

// MakeDay is MakeDay (ECMA-262 21.4.1.28).
func MakeDay(year, month, date float64) float64 {
	if !num.IsFinite(date) {
		return num.NaN()
	}
	y := num.ToIntegerOrInfinity(year)
	m := num.ToIntegerOrInfinity(month)
	if year != year || month != month || !(y >= -maxYear && y <= maxYear && m >= -maxMonth && m <= maxMonth) {
		return num.NaN()
	}
	carry, mn := divFloor(int64(m), 12)
	return float64(daysFromCivil(int64(y)+carry, int32(mn))) + num.ToIntegerOrInfinity(date) - 1
}

// MakeDate is MakeDate (ECMA-262 21.4.1.29).
func MakeDate(day, time float64) float64 {
	if !num.IsFinite(day) || !num.IsFinite(time) {
		return num.NaN()
	}
	t := float64(day*msPerDay) + time
	if !num.IsFinite(t) {
		return num.NaN()
	}
	return t
}

// MakeFullYear is MakeFullYear (ECMA-262 21.4.1.30): years 0 to 99 mean 1900 to 1999.
func MakeFullYear(year float64) float64 {
	if year != year {
		return year
	}
	y := num.ToIntegerOrInfinity(year)
	if y >= 0 && y <= 99 {
		return 1900 + y
	}
	return y
}

// TimeClip is TimeClip (ECMA-262 21.4.1.31).
func TimeClip(t float64) float64 {
	if !(t >= -MaxTime && t <= MaxTime) {
		return num.NaN()
	}
	return num.ToIntegerOrInfinity(t)
}
