package romgen

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"firn/runtime"
)

// inputs is the hash of everything that Build makes an image from: what
// runtime.InputsHash covers, and the options.
func inputs(o Options) string {
	base := runtime.InputsHash()
	if len(o.Customisations) == 0 {
		return base
	}
	d := sha256.New()
	fmt.Fprintf(d, "%s\n", base)
	for _, c := range o.Customisations {
		fmt.Fprintf(d, "%q %d\n%s\n", c.Name, len(c.Source), c.Source)
	}
	return hex.EncodeToString(d.Sum(nil)[:16])
}
