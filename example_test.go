package firn_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"firn"
)

// The example of the README.
func Example() {
	m, err := firn.New(firn.Config{Fuel: 10_000_000, Memory: 64 << 20})
	if err != nil {
		log.Fatal(err)
	}
	defer m.Close()
	m.Set("greet", func(name string) string { return "Hello, " + name + "!" })
	v, err := m.Run("hello.js", `["Ada", "Bob"].map((name) => greet(name)).join(" ")`)
	if err != nil {
		log.Fatal(err) // hello.js:line:column: what went wrong
	}
	fmt.Println(v)
	// Output: Hello, Ada! Hello, Bob!
}

func ExampleMachine_Set() {
	m, _ := firn.New(firn.Config{})
	defer m.Close()
	m.Set("config", map[string]any{"name": "demo", "sizes": []int{1, 2, 3}})
	m.Set("divide", func(a, b int) (int, error) {
		if b == 0 {
			return 0, firn.RangeErrorf("division by zero")
		}
		return a / b, nil
	})
	v, err := m.Run("set.js", `
		let text = config.name + " " + divide(config.sizes[2] * 4, config.sizes[1]);
		try { divide(1, 0); } catch (e) { text += " " + e.name; }
		text`)
	fmt.Println(v, err)
	// Output: demo 6 RangeError <nil>
}

func ExampleValue_To() {
	m, _ := firn.New(firn.Config{})
	defer m.Close()
	var order struct {
		ID    int
		Items []struct {
			Name  string
			Price float64 `js:"cost"`
		}
	}
	v, _ := m.Eval(`({ id: 7, items: [{ name: "pen", cost: 1.5 }, { name: "ink", cost: 4 }] })`)
	err := v.To(&order)
	fmt.Println(order, err)

	var total func(prices ...float64) (float64, error)
	v, _ = m.Eval(`(...prices) => prices.reduce((a, b) => a + b, 0)`)
	v.To(&total)
	fmt.Println(total(order.Items[0].Price, order.Items[1].Price))
	// Output:
	// {7 [{pen 1.5} {ink 4}]} <nil>
	// 5.5 <nil>
}

func ExampleMachine_NewPromise() {
	m, _ := firn.New(firn.Config{})
	defer m.Close()
	var timer *firn.Resolver
	m.Set("sleep", func() (firn.Value, error) {
		var err error
		timer, err = m.NewPromise()
		return timer.Promise(), err
	})
	m.Set("log", func(s string) { fmt.Println(s) })
	m.Run("async.js", `(async () => { log("waiting"); log("woken by " + await sleep()); })()`)
	timer.Resolve("Go")
	m.RunJobs()
	// Output:
	// waiting
	// woken by Go
}

func ExampleMachine_Continue() {
	m, _ := firn.New(firn.Config{Fuel: 1000})
	defer m.Close()
	v, err := m.Run("loop.js", `let n = 0; for (let i = 0; i < 10000; i++) n += i; n`)
	var limit *firn.LimitError
	for errors.As(err, &limit) && limit.Limit == firn.LimitFuel {
		m.AddFuel(100_000)
		v, err = m.Continue()
	}
	fmt.Println(v, err)
	// Output: 49995000 <nil>
}

func ExampleMachine_RunContext() {
	m, _ := firn.New(firn.Config{})
	defer m.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	_, err := m.RunContext(ctx, "forever.js", `for (;;);`)
	fmt.Println(errors.Is(err, context.DeadlineExceeded))
	// Output: true
}

func ExampleMachine_NewCompartment() {
	m, _ := firn.New(firn.Config{})
	defer m.Close()
	m.Set("password", "swordfish")
	plugin, _ := m.NewCompartment()
	v, err := plugin.Evaluate(firn.Source{
		File:       "plugin.js",
		Text:       `typeof password + " " + greet("plugin")`,
		Endowments: map[string]any{"greet": func(s string) string { return "hi, " + s }},
	})
	fmt.Println(v, err)
	// Output: undefined hi, plugin <nil>
}

func ExampleException() {
	m, _ := firn.New(firn.Config{})
	defer m.Close()
	_, err := m.Run("bug.js", "function last(list) {\n  return list.items.length;\n}\nlast({});")
	var e *firn.Exception
	if errors.As(err, &e) {
		fmt.Println(err)
		fmt.Println(e.Excerpt())
		fmt.Println("called at", e.Stack[1])
	}
	// Output:
	// bug.js:2:21: TypeError: Cannot read properties of undefined (reading 'length')
	//   return list.items.length;
	//                     ^
	// called at bug.js:4:1
}

func ExampleValue_Inspect() {
	m, _ := firn.New(firn.Config{})
	defer m.Close()
	v, _ := m.Eval(`({ list: [1, "two", 3n], map: new Map([["k", null]]), get now() { return 0; } })`)
	fmt.Println(v.Inspect())
	// Output: { list: [ 1, 'two', 3n ], map: Map(1) { 'k' => null }, now: [Getter] }
}
