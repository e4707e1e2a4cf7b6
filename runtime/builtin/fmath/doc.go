// Package fmath holds the functions of Math and Number arithmetic that hardware does not give:
// the elementary functions, rounding, remainder, and float16 and float32 rounding.
//
// It is Core Go and imports nothing but unsafe. The elementary functions follow the algorithms of
// fdlibm (K. C. Ng and others, SunPro 1993; msun's later cbrt, log2) with the arrangement of terms
// that V8 uses, so results are V8's to the bit where V8 computes by fdlibm, and are below 1 ulp.
//
// Every product that another operation could fuse with is wrapped in float64(…); a test checks
// that, and golden bit patterns hold on every platform. Start with trig.go or exp.go.
package fmath
