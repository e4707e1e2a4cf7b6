package heap

import (
	"crypto/sha256"
	"fmt"
	"sync"
	"unsafe"
)

// ROM is a read-only image that machines of this process share: the frozen
// primordials and what they need. It is immutable and safe for concurrent use.
type ROM struct {
	size      uint32 // bytes, before rounding up to the firn line
	templates uint32 // highest template number + 1
	cellsEnd  uint32 // end of the cells, which start at romHeader
	roots     []Value
	meta      []byte
	hash      [32]byte // of the whole image; zero: no ROM, only the header page
	image     romImage // how the OS shares it

	startsOnce sync.Once
	starts     cellSet
}

// The header of a ROM image. Its roots lie where a machine's do.
const (
	romPseudo    = 0  // u32 HeaderSize: offset 0 reads as an empty cell
	romMagic     = 8  // 8 bytes
	romVersion   = 16 // u32
	romMark      = 20 // u32 byteOrder
	romSize      = 24 // u32 bytes of the image
	romTemplates = 28 // u32
	romHash      = 32 // SHA-256 of the image with these bytes zero
	romCellsEnd  = 64 // u32
	romMetaSize  = 68 // u32; the metadata follows the cells
	romEnd       = 72 // of the fields; zero up to StateRoots
	romRoots     = StateRoots

	// romHeader is the size of the header; the first cell follows.
	romHeader = 4096

	romMagicText = "FIRNROM\x00"
	byteOrder    = 0x01020304

	// FormatVersion is the version of ROM and machine images. It changes with
	// every change of a cell's layout.
	FormatVersion = 1
)

// ImageError tells why an image was not accepted.
type ImageError struct {
	What string // "ROM image" or "machine image"
	Off  int64  // position in the image in bytes, or −1
	Msg  string
	Err  error // the cause, or nil
}

func (e *ImageError) Error() string {
	s := "heap: " + e.What
	if e.Off >= 0 {
		s += fmt.Sprintf(" at byte %d", e.Off)
	}
	s += ": " + e.Msg
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

func (e *ImageError) Unwrap() error { return e.Err }

// OpenROM makes a ROM of an image that WriteROM wrote. b must not change
// afterwards. The header and the hash are checked, which proves that the image
// is whole, not that whoever wrote it meant well; for that, VerifyROM on a cage
// looks at every cell. The error is an *ImageError.
func OpenROM(b []byte) (*ROM, error) {
	r, err := OpenSealedROM(b)
	if err == nil && romSum(b) != r.hash {
		return badROM(-1, "the hash does not match: the image is damaged")
	}
	return r, err
}

func badROM(off int64, format string, args ...any) (*ROM, error) {
	return nil, &ImageError{What: "ROM image", Off: off, Msg: fmt.Sprintf(format, args...)}
}

// OpenSealedROM is OpenROM for an image that is known to be whole, because it is
// part of the binary or something else has checked it: the hash is taken from
// the header, which spares the start of a process a tenth of its time.
func OpenSealedROM(b []byte) (*ROM, error) {
	if len(b) < romHeader || string(b[romMagic:romMagic+8]) != romMagicText {
		return badROM(0, "this is no ROM image")
	}
	if le.Uint32(b[romMark:]) != byteOrder || *(*uint32)(unsafe.Pointer(&[4]byte{4, 3, 2, 1})) != byteOrder {
		return badROM(romMark, "byte order is not this machine's")
	}
	if v := le.Uint32(b[romVersion:]); v != FormatVersion {
		return badROM(romVersion, "format version %d, this build reads %d", v, FormatVersion)
	}
	r := &ROM{
		size:      le.Uint32(b[romSize:]),
		templates: le.Uint32(b[romTemplates:]),
		cellsEnd:  le.Uint32(b[romCellsEnd:]),
	}
	meta := le.Uint32(b[romMetaSize:])
	if uint64(r.size) != uint64(len(b)) {
		return badROM(romSize, "%d bytes long, but the header says %d", len(b), r.size)
	}
	if le.Uint32(b) != HeaderSize || r.cellsEnd < romHeader || r.cellsEnd&7 != 0 || uint64(r.cellsEnd)+uint64(meta) != uint64(r.size) ||
		r.templates > (r.cellsEnd-romHeader)/TmplData {
		return badROM(romCellsEnd, "the header contradicts itself")
	}
	copy(r.hash[:], b[romHash:romHash+32])
	r.roots = make([]Value, NumRoots)
	for i := range r.roots {
		r.roots[i] = Value(le.Uint64(b[romRoots+8*i:]))
	}
	r.meta = b[r.cellsEnd:]
	r.image.bytes = b
	return r, nil
}

// romSum is the hash of an image, its hash field taken as zero.
func romSum(b []byte) (sum [32]byte) {
	d := sha256.New()
	d.Write(b[:romHash])
	d.Write(sum[:])
	d.Write(b[romHash+32:])
	d.Sum(sum[:0])
	return sum
}

// Hash identifies the image.
func (r *ROM) Hash() [32]byte { return r.hash }

// Meta is what WriteROM was given: the profile of the image.
func (r *ROM) Meta() []byte { return r.meta }

// Bytes is the whole image; it must not be changed.
func (r *ROM) Bytes() []byte { return r.image.bytes }

// Templates is the number of compiled functions in the ROM.
func (r *ROM) Templates() uint32 { return r.templates }

// cells is the set of the ROM's cells, for the verifier; h is any cage on it.
func (r *ROM) cells(h *Heap) cellSet {
	r.startsOnce.Do(func() {
		r.starts = newCellSet(0, r.size)
		h.Walk(SpaceROM, func(ref uint32) bool {
			r.starts.add(ref)
			return true
		})
	})
	return r.starts
}

var bare struct {
	once sync.Once
	rom  *ROM
}

// bareROM is the header page that stands in for a ROM in stage 1: offset 0
// reads as a cell of size 8, everything else as zero.
func bareROM() *ROM {
	bare.once.Do(func() {
		b := make([]byte, romHeader)
		b[romPseudo] = HeaderSize
		bare.rom = &ROM{size: romHeader, cellsEnd: romHeader, image: romImage{bytes: b}}
	})
	return bare.rom
}
