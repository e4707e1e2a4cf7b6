package ses

import (
	"testing"

	"firn/runtime"
)

// TestStageOne checks that in stage 1 function constructors work, as ECMA-262
// has them, and evaluate in the first compartment.
func TestStageOne(t *testing.T) {
	m, err := runtime.NewStage1(runtime.Config{Stress: stress}, runtime.PresetSes)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	c := m.Heap().NewHandle(m.NewCompartment())
	for _, x := range [][2]string{
		{`Function === Function.prototype.constructor`, "true"},
		{`globalThis.n = 5; new Function("return n")()`, "5"},
		{`(function () {}).constructor("a", "return a + n")(1)`, "6"},
		{`const G = (function* () {}).constructor; [...new G("a", "yield a; yield n")(1)].join()`, "1,5"},
		{`Object.getPrototypeOf(new (async () => 1).constructor("await 1")) === (async () => 1).constructor.prototype`, "true"},
		{`(async function* () {}).constructor("yield 1")().next() instanceof Promise`, "true"},
		{`Object.getPrototypeOf(Reflect.construct(Function, [], class X {})) !== Function.prototype`, "true"},
		{`Array.prototype.mine = 1; [].mine`, "1"},
	} {
		run(t, m, c, x[0], x[1])
	}
}
