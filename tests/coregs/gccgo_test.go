package coregs

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"
)

const toolchain = "arm-linux-gnueabi-"

// stubs are the symbols that the core may need from outside. The first group
// ends the program: a bounds check that failed is a broken invariant. The rest
// does nothing, or is what every C library and libgcc have. No symbol here
// allocates; one that does is a link error.
var stubs = strings.Fields(`
	runtime.goPanicIndex runtime.goPanicIndexU runtime.goPanicExtendIndex runtime.goPanicExtendIndexU
	runtime.goPanicSliceAlen runtime.goPanicSliceAlenU runtime.goPanicSliceAcap runtime.goPanicSliceAcapU runtime.goPanicSliceB runtime.goPanicSliceBU
	runtime.goPanicExtendSliceAlen runtime.goPanicExtendSliceAlenU runtime.goPanicExtendSliceAcap runtime.goPanicExtendSliceAcapU
	runtime.goPanicExtendSliceB runtime.goPanicExtendSliceBU
	runtime.panicdivide runtime.panicmem runtime.panicshift runtime.unsafeslice

	runtime.writeBarrier runtime.gcWriteBarrier runtime.registerGCRoots
	runtime.memequal runtime.memequal0..f runtime.memequal8..f runtime.memequal16..f runtime.memequal32..f runtime.memequal64..f runtime.memequal128..f
	runtime.f32equal..f runtime.f64equal..f runtime.strequal..f unsafe.Pointer..d

	memcpy memmove memset memcmp __aeabi_unwind_cpp_pr0 __aeabi_unwind_cpp_pr1
	__aeabi_d2f __aeabi_d2iz __aeabi_d2lz __aeabi_d2uiz __aeabi_d2ulz __aeabi_dadd __aeabi_dcmpeq __aeabi_dcmpge __aeabi_dcmpgt __aeabi_dcmple
	__aeabi_dcmplt __aeabi_dcmpun __aeabi_ddiv __aeabi_dmul __aeabi_drsub __aeabi_dsub __aeabi_f2d __aeabi_fcmpeq __aeabi_fcmpun __aeabi_fadd
	__aeabi_fsub __aeabi_fmul __aeabi_i2d __aeabi_ui2d __aeabi_l2d __aeabi_ul2d __aeabi_i2f __aeabi_ui2f __aeabi_f2iz __aeabi_f2uiz
	__aeabi_ldivmod __aeabi_uldivmod __aeabi_lmul __aeabi_llsl __aeabi_llsr __aeabi_lasr __aeabi_lcmp __aeabi_ulcmp
`)

// TestCortexM4 compiles the core for Cortex-M4 with gccgo and links it with
// nothing but stubs.
func TestCortexM4(t *testing.T) {
	gccgo := ""
	for _, version := range []string{"-12", "-13", "-14", ""} {
		if path, err := exec.LookPath(toolchain + "gccgo" + version); err == nil {
			gccgo = path
			break
		}
	}
	if gccgo == "" {
		t.Skip("no " + toolchain + "gccgo in PATH: install Debian's gccgo-12-arm-linux-gnueabi (CI does)")
	}
	dir := t.TempDir()
	var objects []string
	for _, pkg := range packages {
		object := filepath.Join(dir, "firn", filepath.FromSlash(pkg)+".o")
		if err := os.MkdirAll(filepath.Dir(object), 0o777); err != nil {
			t.Fatal(err)
		}
		args := []string{"-mcpu=cortex-m4", "-mthumb", "-mfloat-abi=soft", "-Os", "-ffunction-sections", "-fdata-sections", "-fno-split-stack", "-g0",
			"-I", dir, "-fgo-pkgpath=firn/" + pkg, "-c", "-o", object}
		run(t, gccgo, append(args, coreFiles(t, pkg)...)...)
		objects = append(objects, object)
	}

	asm := filepath.Join(dir, "stubs.s")
	var b strings.Builder
	b.WriteString(".syntax unified\n.thumb\n.text\n")
	for _, s := range stubs {
		fmt.Fprintf(&b, ".globl %s\n.thumb_func\n%s:\n", s, s)
	}
	b.WriteString("udf #0\n")
	if err := os.WriteFile(asm, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	stub := filepath.Join(dir, "stubs.o")
	run(t, toolchain+"as", "-mcpu=cortex-m4", "-o", stub, asm)

	entry := symbol(t, objects, "Machine.Drive")
	out := filepath.Join(dir, "firn.elf")
	run(t, toolchain+"ld", append([]string{"-static", "--gc-sections", "-e", entry, "-u", symbol(t, objects, "Machine.Start"), "-o", out, stub}, objects...)...)
	size := run(t, toolchain+"size", out)
	t.Logf("%s", size)
}

// symbol is the linker's name of a method.
func symbol(t *testing.T, objects []string, method string) string {
	t.Helper()
	var found []string
	for _, line := range strings.Split(run(t, toolchain+"nm", objects[len(objects)-1]), "\n") {
		f := strings.Fields(line)
		if len(f) == 3 && f[1] == "T" && strings.HasSuffix(f[2], "interp."+method) {
			found = append(found, f[2])
		}
	}
	sort.Strings(found)
	if len(found) == 0 {
		t.Fatalf("the interpreter has no method %s", method)
	}
	return found[0]
}

func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		text := string(out)
		if len(text) > 4000 {
			text = text[:4000] + "…"
		}
		t.Fatalf("%s: %v\n%s", filepath.Base(name), err, text)
	}
	return string(out)
}
