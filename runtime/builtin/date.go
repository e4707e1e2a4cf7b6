//firn:core

package builtin

import (
	"firn/heap"
	"firn/runtime/builtin/datemath"
)

// Date (ECMA-262 21.4): methods that run no user code. The local time zone is
// UTC, so a method and its UTC form are the same.

// thisTime is ECMA-262 21.4.4.44.1 ThisTimeValue; false: it has thrown.
func (c *Call) thisTime() (t float64, ok bool) {
	if !c.H.IsKind(c.This(), heap.KDate) {
		c.ThrowTypeError("this is not a Date object.")
		return 0, false
	}
	return c.H.Internal(c.This().Ref(), 0).Num(), true
}

// Fields of a time value, as library code numbers them.
const (
	fieldDay = iota // Day(t)
	fieldYear
	fieldMonth
	fieldDate
	fieldHours
	fieldMinutes
	fieldSeconds
	fieldMs
	fieldWeekDay
	fieldTime // TimeWithinDay(t)
)

// dateField is a field of a finite time value.
func dateField(t float64, field int32) float64 {
	switch field {
	case fieldDay:
		return datemath.Day(t)
	case fieldYear:
		return float64(datemath.YearFromTime(t))
	case fieldMonth:
		return float64(datemath.MonthFromTime(t))
	case fieldDate:
		return float64(datemath.DateFromTime(t))
	case fieldHours:
		return float64(datemath.HourFromTime(t))
	case fieldMinutes:
		return float64(datemath.MinFromTime(t))
	case fieldSeconds:
		return float64(datemath.SecFromTime(t))
	case fieldMs:
		return float64(datemath.MsFromTime(t))
	case fieldWeekDay:
		return float64(datemath.WeekDay(t))
	}
	return datemath.TimeWithinDay(t)
}

func Do_DateField(c *Call) heap.Value {
	return heap.Number(dateField(c.Arg(0).Num(), c.Arg(1).Int32()))
}

// getField is the getter of a field: NaN of an invalid date.
func (c *Call) getField(field int32) heap.Value {
	t, ok := c.thisTime()
	if !ok {
		return heap.Empty
	}
	if t != t {
		return heap.Double(t)
	}
	return heap.Number(dateField(t, field))
}

// ECMA-262 21.4.4.2 to 21.4.4.19.

func DatePrototype_getDate(c *Call) heap.Value            { return c.getField(fieldDate) }
func DatePrototype_getUTCDate(c *Call) heap.Value         { return c.getField(fieldDate) }
func DatePrototype_getDay(c *Call) heap.Value             { return c.getField(fieldWeekDay) }
func DatePrototype_getUTCDay(c *Call) heap.Value          { return c.getField(fieldWeekDay) }
func DatePrototype_getFullYear(c *Call) heap.Value        { return c.getField(fieldYear) }
func DatePrototype_getUTCFullYear(c *Call) heap.Value     { return c.getField(fieldYear) }
func DatePrototype_getHours(c *Call) heap.Value           { return c.getField(fieldHours) }
func DatePrototype_getUTCHours(c *Call) heap.Value        { return c.getField(fieldHours) }
func DatePrototype_getMilliseconds(c *Call) heap.Value    { return c.getField(fieldMs) }
func DatePrototype_getUTCMilliseconds(c *Call) heap.Value { return c.getField(fieldMs) }
func DatePrototype_getMinutes(c *Call) heap.Value         { return c.getField(fieldMinutes) }
func DatePrototype_getUTCMinutes(c *Call) heap.Value      { return c.getField(fieldMinutes) }
func DatePrototype_getMonth(c *Call) heap.Value           { return c.getField(fieldMonth) }
func DatePrototype_getUTCMonth(c *Call) heap.Value        { return c.getField(fieldMonth) }
func DatePrototype_getSeconds(c *Call) heap.Value         { return c.getField(fieldSeconds) }
func DatePrototype_getUTCSeconds(c *Call) heap.Value      { return c.getField(fieldSeconds) }

// setFields is the fast path of a setter of a valid date: of the fields from first on, as many
// as there are numbers up to last; base is the fields of the year or of the hours.
func (c *Call) setFields(first, base, last int32) heap.Value {
	h := c.H
	if !h.IsKind(c.This(), heap.KDate) || h.IsROM(c.This().Ref()) || c.N < 1 {
		return c.Decline()
	}
	t := h.Internal(c.This().Ref(), 0).Num()
	if t != t {
		return c.Decline()
	}
	var f [4]float64
	for i := base; i <= last; i++ {
		if k := uint32(i - first); i < first || k >= c.N {
			f[i-base] = dateField(t, i)
		} else if v := c.Arg(k); v.IsNumber() {
			f[i-base] = v.Num()
		} else {
			return c.Decline()
		}
	}
	if base == fieldYear {
		t = datemath.MakeDate(datemath.MakeDay(f[0], f[1], f[2]), dateField(t, fieldTime))
	} else {
		t = datemath.MakeDate(dateField(t, fieldDay), datemath.MakeTime(f[0], f[1], f[2], f[3]))
	}
	h.Charge(4)
	v := heap.Number(datemath.TimeClip(t))
	h.SetInternal(c.This().Ref(), 0, v)
	return v
}

func (c *Call) setDay(first int32) heap.Value  { return c.setFields(first, fieldYear, fieldDate) }
func (c *Call) setTime(first int32) heap.Value { return c.setFields(first, fieldHours, fieldMs) }

// ECMA-262 21.4.4.20 to 21.4.4.34.

func DatePrototype_setDate(c *Call) heap.Value            { return c.setDay(fieldDate) }
func DatePrototype_setUTCDate(c *Call) heap.Value         { return c.setDay(fieldDate) }
func DatePrototype_setFullYear(c *Call) heap.Value        { return c.setDay(fieldYear) }
func DatePrototype_setUTCFullYear(c *Call) heap.Value     { return c.setDay(fieldYear) }
func DatePrototype_setHours(c *Call) heap.Value           { return c.setTime(fieldHours) }
func DatePrototype_setUTCHours(c *Call) heap.Value        { return c.setTime(fieldHours) }
func DatePrototype_setMilliseconds(c *Call) heap.Value    { return c.setTime(fieldMs) }
func DatePrototype_setUTCMilliseconds(c *Call) heap.Value { return c.setTime(fieldMs) }
func DatePrototype_setMinutes(c *Call) heap.Value         { return c.setTime(fieldMinutes) }
func DatePrototype_setUTCMinutes(c *Call) heap.Value      { return c.setTime(fieldMinutes) }
func DatePrototype_setMonth(c *Call) heap.Value           { return c.setDay(fieldMonth) }
func DatePrototype_setUTCMonth(c *Call) heap.Value        { return c.setDay(fieldMonth) }
func DatePrototype_setSeconds(c *Call) heap.Value         { return c.setTime(fieldSeconds) }
func DatePrototype_setUTCSeconds(c *Call) heap.Value      { return c.setTime(fieldSeconds) }

// DatePrototype_getTime is ECMA-262 21.4.4.10.
func DatePrototype_getTime(c *Call) heap.Value {
	t, ok := c.thisTime()
	if !ok {
		return heap.Empty
	}
	return heap.Number(t)
}

// DatePrototype_valueOf is ECMA-262 21.4.4.44.
func DatePrototype_valueOf(c *Call) heap.Value { return DatePrototype_getTime(c) }

// DateNumber is ToNumber of a date that is converted as dates are made: its time
// value, without calling its methods.
func (c *Call) DateNumber(v heap.Value) (t heap.Value, ok bool) {
	h := c.H
	if !h.IsKind(v, heap.KDate) {
		return v, false
	}
	var p heap.Prop
	if h.Lookup(v.Ref(), h.Root(RootSymToPrimitive), &p) != heap.LookupData || p.Value != h.Root(RootDatePrototype_sym_toPrimitive) ||
		h.Lookup(v.Ref(), c.Name(NameValueOf), &p) != heap.LookupData || p.Value != h.Root(RootDatePrototype_valueOf) {
		return v, false
	}
	return h.Internal(v.Ref(), 0), true
}

// DatePrototype_getTimezoneOffset is ECMA-262 21.4.4.11.
func DatePrototype_getTimezoneOffset(c *Call) heap.Value {
	t, ok := c.thisTime()
	if !ok {
		return heap.Empty
	}
	if t != t {
		return heap.Double(t)
	}
	return heap.Int(0)
}

// Formats of a date.
const (
	formatString = iota
	formatDate
	formatTime
	formatUTC
	formatISO
)

func (c *Call) formatTime(format int) heap.Value {
	t, ok := c.thisTime()
	if !ok {
		return heap.Empty
	}
	if t != t {
		if format == formatISO {
			return c.ThrowRangeError("Invalid time value")
		}
		return heap.String(c.H.InternStr("Invalid Date"))
	}
	var buf [datemath.MaxLen]byte
	n := 0
	switch format {
	case formatString:
		n = datemath.FormatString(t, buf[:])
	case formatDate:
		n = datemath.FormatDate(t, buf[:])
	case formatTime:
		n = datemath.FormatTime(t, buf[:])
	case formatUTC:
		n = datemath.FormatUTC(t, buf[:])
	default:
		n = datemath.FormatISO(t, buf[:])
	}
	return c.ascii(buf[:n])
}

// ECMA-262 21.4.4.35 to 21.4.4.43; there are no locales.

func DatePrototype_toString(c *Call) heap.Value           { return c.formatTime(formatString) }
func DatePrototype_toLocaleString(c *Call) heap.Value     { return c.formatTime(formatString) }
func DatePrototype_toDateString(c *Call) heap.Value       { return c.formatTime(formatDate) }
func DatePrototype_toLocaleDateString(c *Call) heap.Value { return c.formatTime(formatDate) }
func DatePrototype_toTimeString(c *Call) heap.Value       { return c.formatTime(formatTime) }
func DatePrototype_toLocaleTimeString(c *Call) heap.Value { return c.formatTime(formatTime) }
func DatePrototype_toUTCString(c *Call) heap.Value        { return c.formatTime(formatUTC) }
func DatePrototype_toISOString(c *Call) heap.Value        { return c.formatTime(formatISO) }

// What the library's half of Date uses.

func Do_DateParse(c *Call) heap.Value { return heap.Number(c.parseDate(c.Arg(0).Ref())) }

// parseDate is ECMA-262 21.4.3.2 Date.parse.
func (c *Call) parseDate(s uint32) float64 {
	v := c.H.View(s)
	c.H.Charge(uint64(v.Len >> 2))
	if v.Wide {
		return datemath.ParseUTF16(c.H.Units(v))
	}
	return datemath.ParseLatin1(c.H.Bytes(v.Off, v.Len))
}

// Date is the fast path of ECMA-262 21.4.2.1: new Date of a number, a string or
// a Date. Without arguments it depends on the preset.
func Date(c *Call) heap.Value {
	h := c.H
	if c.NewTarget != h.Root(RootDate) || c.N != 1 {
		return c.Decline()
	}
	var t heap.Value
	switch v := c.Arg(0); {
	case v.IsNumber():
		t = heap.Number(datemath.TimeClip(v.Num()))
	case v.IsString():
		t = heap.Number(c.parseDate(v.Ref()))
	case h.IsKind(v, heap.KDate):
		t = h.Internal(v.Ref(), 0)
	default:
		return c.Decline()
	}
	d := h.NewKind(heap.KDate, c.rootObj(RootDatePrototype))
	h.SetInternal(d, 0, t)
	return heap.Object(d)
}

func Do_TimeClip(c *Call) heap.Value { return heap.Number(datemath.TimeClip(c.Arg(0).Num())) }

func Do_MakeTime(c *Call) heap.Value {
	return heap.Number(datemath.MakeTime(c.Arg(0).Num(), c.Arg(1).Num(), c.Arg(2).Num(), c.Arg(3).Num()))
}

func Do_MakeDay(c *Call) heap.Value {
	return heap.Number(datemath.MakeDay(c.Arg(0).Num(), c.Arg(1).Num(), c.Arg(2).Num()))
}

func Do_MakeDate(c *Call) heap.Value {
	return heap.Number(datemath.MakeDate(c.Arg(0).Num(), c.Arg(1).Num()))
}

func Do_SetDateValue(c *Call) heap.Value {
	d := c.Arg(0).Ref()
	if c.H.IsROM(d) {
		return c.status(heap.ReadOnly)
	}
	c.H.SetInternal(d, 0, c.Arg(1))
	return c.Arg(1)
}
