package test262

import (
	"regexp"
	"strings"
	"sync"
)

// rule excludes tests that an engine for Hardened JavaScript fails by design. A test is excluded by the first rule
// that matches it, and reports count exclusions by reason.
type rule struct {
	reason  string
	feature string
	flag    string
	path    *regexp.Regexp
	source  *regexp.Regexp
	// allow lists tests that match but must pass all the same.
	allow *regexp.Regexp
}

// rules are the exclusions; the command that holds this package should not pay for the patterns until it runs tests.
var rules = sync.OnceValue(func() []rule {
	return []rule{
		{flag: "noStrict", reason: "there is no sloppy mode"},
		{flag: "CanBlockIsFalse", reason: "there are no agents"},
		{flag: "CanBlockIsTrue", reason: "there are no agents"},
		{path: regexp.MustCompile(`^test/(annexB|intl402|staging)/`), reason: "Annex B, Intl and staging are not part of the language here"},
		{feature: "SharedArrayBuffer", reason: "SharedArrayBuffer is not among the shared globals"},
		{feature: "Atomics", reason: "Atomics is not among the shared globals"},
		{feature: "WeakRef", reason: "WeakRef shows collection to programs and is not among the shared globals"},
		{feature: "FinalizationRegistry", reason: "FinalizationRegistry shows collection to programs and is not among the shared globals"},
		{path: regexp.MustCompile(`^test/built-ins/(WeakRef|FinalizationRegistry)/`), reason: "WeakRef and FinalizationRegistry are not among the shared globals"},
		{feature: "Intl", reason: "Intl is not among the shared globals"},
		{feature: "Temporal", reason: "Temporal is newer than the language edition"},
		{feature: "ShadowRealm", reason: "ShadowRealm is newer than the language edition"},
		{feature: "cross-realm", reason: "a realm makes compartments, not realms"},
		{feature: "IsHTMLDDA", reason: "document.all belongs to Annex B"},
		{feature: "caller", reason: "Function.prototype.caller belongs to sloppy mode"},
		{
			feature: "dynamic-import", path: regexp.MustCompile(`\.js$`),
			reason: "import() is a SyntaxError where no hook of the compartment provides it",
			// What must be a SyntaxError anyway.
			allow: regexp.MustCompile(`/dynamic-import/syntax/invalid/`),
		},
		{
			feature: "import.meta",
			reason:  "import.meta is a SyntaxError where no hook of the compartment provides it",
			allow:   regexp.MustCompile(`/import\.meta/syntax/(goal-script|escape-sequence|invalid)`),
		},
		{path: regexp.MustCompile(sloppyStrings), reason: "code made from strings is strict, as all code is"},
		{path: regexp.MustCompile(`^test/language/eval-code/indirect/lex-env-heritage\.js$`), reason: "there is no global lexical scope that programs share"},
		{
			path:   regexp.MustCompile(`/class/elements/private-[gs]etter-is-not-a-own-property\.js$`),
			reason: "__lookupGetter__ and __lookupSetter__ belong to Annex B",
		},
		{path: regexp.MustCompile(annexPatterns), reason: "the pattern needs the grammar of Annex B"},
		{source: regexp.MustCompile(`\$262\.(createRealm|evalScript|agent)`), reason: "createRealm, evalScript and agents are no part of the host"},
		{source: regexp.MustCompile(`(?m)^[^*/]*\bDate\.now\(`), reason: "there is no clock"},
		{source: regexp.MustCompile(`(?m)^[^*/]*\bMath\.random\b`), reason: "there is no source of randomness"},
	}
})

// sloppyStrings matches the tests that give Function or an indirect eval a text that means something else, or nothing, in
// strict mode: duplicate parameters, assignments to eval, an undefined this that becomes the global object, and variables of
// eval code that outlive it. The tests themselves may run in strict mode.
var sloppyStrings = `^test/(?:` + strings.Join([]string{
	`built-ins/Function/15\.3\.2\.1-11-(1|2-s|4-s|5|6-s|7-s)`,
	`built-ins/Function/(S15\.3\.2\.1_A3_T8|S15\.3\.5_A2_T[12]|S15\.3_A3_T[1256])`,
	`built-ins/Function/length/S15\.3\.5\.1_A[124]_T3`,
	`built-ins/Function/prototype/apply/S15\.3\.4\.3_(A3_T[12357]|A5_T[12]|A7_T[12578])`,
	`built-ins/Function/prototype/call/S15\.3\.4\.4_(A3_T[12457]|A5_T2|A6_T[12578])`,
	`built-ins/Object/entries/tamper-with-global-object`,
	`language/eval-code/indirect/(always-non-strict|non-definable-global-(var|function)|var-env-(func|var)-init-global-(new|exstng)|var-env-(global-lex|func)-non-strict)`,
	`language/expressions/this/S11\.1\.1_A4\.1`,
	`language/function-code/10\.4\.3-1-1[35](-s|gs)`,
	`language/statements/function/13\.0(-12-s|_4-17gs)`,
	`language/statements/variable/12\.2\.1-(5|6|9|10|16|17|20|21)-s`,
}, "|") + `)\.js$`

// annexPatterns matches tests of regular expressions that only Annex B accepts, such as an escaped k without named groups.
const annexPatterns = `^test/built-ins/String/prototype/split/separator-regexp\.js$`

// ExclusionOf answers why a test is not run, or "" when it is.
func ExclusionOf(file, source string, m *Meta) string {
	all := rules()
	for i := range all {
		if r := &all[i]; r.matches(file, source, m) {
			return r.reason
		}
	}
	return ""
}

func (r *rule) matches(file, source string, m *Meta) bool {
	if r.flag != "" && !m.Has(r.flag) {
		return false
	}
	if r.feature != "" && !contains(m.Features, r.feature) {
		return false
	}
	if r.path != nil && !r.path.MatchString(file) {
		return false
	}
	if r.source != nil && !r.source.MatchString(body(source)) {
		return false
	}
	return r.allow == nil || !r.allow.MatchString(file)
}

// body is the source without its frontmatter, which quotes the specification.
func body(source string) string {
	before, rest, ok := strings.Cut(source, "/*---")
	if !ok {
		return source
	}
	_, after, _ := strings.Cut(rest, "---*/")
	return before + after
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
