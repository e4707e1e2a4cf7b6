package save

import (
	"testing"

	"firn/heap"
	"firn/runtime"
)

// TestMeterAndCollector runs programs with a collection at every safepoint and
// with other sizes of nursery: neither output nor meter may notice.
func TestMeterAndCollector(t *testing.T) {
	if testing.Short() {
		t.Skip("left out by -short: runs every program four times")
	}
	for _, j := range jobs(t) {
		t.Run(j.name, func(t *testing.T) {
			want, failure, used := j.straight(t)
			for _, c := range []runtime.Config{
				{Stress: heap.StressCollect},
				{Nursery: 64 << 10},
				{Nursery: 16 << 20, Memory: 1 << 30},
			} {
				if c.Stress != 0 && used > 200_000 {
					continue // a collection at every safepoint takes its time
				}
				w := &world{}
				m := newMachine(t, w, c)
				err := j.start(m, w)
				if err == nil {
					err = m.RunJobs()
				}
				if got := w.out.String(); got != want {
					t.Errorf("%+v: the output differs: %s", c, difference(got, want))
				}
				if text(err) != failure {
					t.Errorf("%+v: ended with %v, otherwise with %q", c, err, failure)
				}
				if m.Used() != used {
					t.Errorf("%+v: charged %d, otherwise %d", c, m.Used(), used)
				}
				m.Close()
			}
		})
	}
}
