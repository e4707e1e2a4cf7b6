package main

import (
	"fmt"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/plotutil"
	"gonum.org/v1/plot/vg"
)

// chart draws speed relative to goja: a group of bars a program and one for the geometric mean, on a logarithmic scale.
// Bars are drawn in powers of two on a linear axis, because a bar of a logarithmic axis has no foot.
func (r *Record) chart(file string) error {
	p := plot.New()
	p.Title.Text = fmt.Sprintf("Speed relative to goja (%s, size %s, median of %d)", r.Machine.CPU, r.Size, r.Runs)
	p.Y.Label.Text = "× goja"
	p.Y.Tick.Marker = plot.TickerFunc(powersOfTwo)
	p.Legend.Top = true
	p.Legend.Left = true
	p.Add(plotter.NewGrid())

	var shown []*EngineRecord
	for i := range r.Engines {
		if e := &r.Engines[i]; e.Name != yardstick && e.Speed > 0 {
			shown = append(shown, e)
		}
	}
	if len(shown) == 0 {
		return fmt.Errorf("chart: no engine to compare with %s", yardstick)
	}
	names := make([]string, 0, len(r.Programs)+1)
	for i := range r.Programs {
		names = append(names, r.Programs[i].Name)
	}
	names = append(names, "geometric mean")
	width := vg.Points(28) / vg.Length(len(shown))
	for k, e := range shown {
		values := make(plotter.Values, 0, len(names))
		for i := range r.Programs {
			values = append(values, log2(r.Programs[i].ratio(e.Name, nothing)))
		}
		values = append(values, log2(e.Speed))
		bars, err := plotter.NewBarChart(values, width)
		if err != nil {
			return err
		}
		bars.LineStyle.Width = 0
		bars.Color = plotutil.Color(k)
		bars.Offset = width * (vg.Length(k) - vg.Length(len(shown)-1)/2)
		p.Add(bars)
		p.Legend.Add(e.Name, bars)
	}
	p.NominalX(names...)
	p.X.Tick.Label.Rotation = math.Pi / 4
	p.X.Tick.Label.XAlign = -1
	p.X.Min, p.X.Max = -0.6, float64(len(names))-0.4
	p.Y.Max += 0.5 // room for the legend
	return p.Save(vg.Points(40)*vg.Length(len(names)+2), 14*vg.Centimeter, file)
}

// log2 of a ratio; a program that an engine did not run has no bar.
func log2(x float64) float64 {
	if x <= 0 {
		return 0
	}
	return math.Log2(x)
}

func powersOfTwo(low, high float64) []plot.Tick {
	var ticks []plot.Tick
	for e := math.Floor(low); e <= math.Ceil(high); e++ {
		ticks = append(ticks, plot.Tick{Value: e, Label: fmt.Sprintf("%g", math.Exp2(e))})
	}
	return ticks
}
