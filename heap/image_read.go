package heap

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
)

// imageReader reads a machine image that nobody vouches for.
type imageReader struct {
	in  *bufio.Reader
	sum hash.Hash
	off int64
	h   *Heap
	end uint32 // one past the last offset in the image that means a RAM cell
}

func (r *imageReader) bad(off int64, err error, format string, args ...any) error {
	return &ImageError{What: "machine image", Off: off, Msg: fmt.Sprintf(format, args...), Err: err}
}

func (r *imageReader) read(b []byte) error {
	n, err := io.ReadFull(r.in, b)
	r.sum.Write(b[:n])
	r.off += int64(n)
	if err != nil {
		return r.bad(r.off, err, "truncated")
	}
	return nil
}

// ReadImage makes the machine that WriteImage wrote, on the ROM it stands on
// (nil for none), and returns the state that was saved with it. The bytes need
// not be trusted: whatever they say, the result is an *ImageError or a heap that
// passes Verify, and memory is used in proportion to what was read. What the
// cells mean to the caller (bytecode, frames, the state) is the caller's to
// check.
func ReadImage(in io.Reader, rom *ROM) (*Heap, []byte, error) {
	r := &imageReader{in: bufio.NewReaderSize(in, 64<<10), sum: sha256.New()}
	h, state, err := r.readImage(rom)
	if err != nil {
		if r.h != nil {
			r.h.Close()
		}
		return nil, nil, err
	}
	return h, state, nil
}

func (r *imageReader) readImage(rom *ROM) (*Heap, []byte, error) {
	var head [imgHeader]byte
	if err := r.read(head[:]); err != nil {
		return nil, nil, err
	}
	field := func(off int) uint32 { return le.Uint32(head[off:]) }
	if string(head[imgMagic:imgMagic+8]) != imgMagicText {
		return nil, nil, r.bad(imgMagic, nil, "this is no machine image")
	}
	if field(imgMark) != byteOrder {
		return nil, nil, r.bad(imgMark, nil, "byte order is not this machine's")
	}
	if v := field(imgVersion); v != FormatVersion {
		return nil, nil, r.bad(imgVersion, nil, "format version %d, this build reads %d", v, FormatVersion)
	}
	want := bareROM()
	if rom != nil {
		want = rom
	}
	if !bytes.Equal(head[imgROM:imgROM+32], want.hash[:]) {
		return nil, nil, r.bad(imgROM, nil, "it stands on ROM %x, this is %x", head[imgROM:imgROM+8], want.hash[:8])
	}
	h, err := NewCage(rom, Geometry{Stack: field(imgStack), Nursery: field(imgNursery), RAM: field(imgRAM), Pool: DefaultPool})
	if err != nil {
		return nil, nil, r.bad(imgStack, err, "the machine cannot be made")
	}
	r.h = h
	values, cells := field(imgValues), field(imgCells)
	if field(imgFirn) != h.firn || field(imgFlags)&^imgOverride != 0 || le.Uint32(head[84:]) != 0 || field(imgLimit) > 0xF0000000 {
		return nil, nil, r.bad(imgFirn, nil, "the header contradicts itself")
	}
	if uint64(values)*8 > uint64(h.StackEnd-h.StackBase) {
		return nil, nil, r.bad(imgValues, nil, "%d values do not fit the stack", values)
	}
	if cells&7 != 0 || cells > h.allocEnd-h.tenBase || uint64(h.firn)+uint64(cells) > maxCage {
		return nil, nil, r.bad(imgCells, nil, "%d bytes of cells do not fit", cells)
	}
	h.Override = field(imgFlags)&imgOverride != 0
	h.Limit = field(imgLimit)
	h.WorkDone = le.Uint64(head[imgWork:])
	r.end = h.firn + cells

	if err := r.read(h.Bytes(h.firn+StateRoots, 8*NumRoots)); err != nil {
		return nil, nil, err
	}
	if err := r.readChunks(h.StackBase, 8*values); err != nil {
		return nil, nil, err
	}
	cellsAt := r.off
	if err := r.readChunks(h.tenBase, cells); err != nil {
		return nil, nil, err
	}
	var state bytes.Buffer
	n := int64(field(imgState))
	if got, err := io.CopyN(&state, r.in, n); err != nil {
		return nil, nil, r.bad(r.off+got, err, "truncated")
	}
	r.sum.Write(state.Bytes())
	r.off += n
	var sum [32]byte
	if _, err := io.ReadFull(r.in, sum[:]); err != nil {
		return nil, nil, r.bad(r.off, err, "truncated")
	}
	if !bytes.Equal(sum[:], r.sum.Sum(nil)) {
		return nil, nil, r.bad(r.off, nil, "the hash does not match: the image is damaged")
	}
	// From here on the bytes are what somebody wrote, but maybe not WriteImage.
	for i := range derivedRoots {
		if h.SetRoot(i, 0); len(want.roots) > 0 {
			h.SetRoot(i, want.roots[i])
		}
	}
	h.StackTop = h.StackBase + 8*values
	h.tenTop = h.tenBase + cells
	if err := r.place(cellsAt); err != nil {
		return nil, nil, err
	}
	if err := h.Verify(); err != nil {
		return nil, nil, r.bad(r.where(err, cellsAt), err, "the heap in it is broken")
	}
	if err := h.verifyGraph(); err != nil {
		return nil, nil, r.bad(r.where(err, cellsAt), err, "the heap in it is broken")
	}
	if err := h.rebuild(h.tenBase, h.tenBase+cells, false); err != nil {
		return nil, nil, r.bad(-1, err, "the heap in it contradicts itself")
	}
	if h.Dead {
		return nil, nil, r.bad(-1, nil, "no room for the indexes")
	}
	h.setThresholds()
	return h, state.Bytes(), nil
}

// readChunks reads n bytes into the cage, touching it only as far as there is
// input.
func (r *imageReader) readChunks(off, n uint32) error {
	for n > 0 {
		c := min(n, 64<<10)
		if err := r.read(r.h.Bytes(off, c)); err != nil {
			return err
		}
		off, n = off+c, n-c
	}
	return nil
}

// where is the position in the image of the cell a VerifyError is about.
func (r *imageReader) where(err error, cellsAt int64) int64 {
	if v, ok := err.(*VerifyError); ok && v.Ref >= r.h.tenBase {
		return cellsAt + int64(v.Ref-r.h.tenBase)
	}
	return -1
}

// place gives the references in roots, stack and cells the offsets of this cage
// and enters the cells into the object-start table. It looks at nothing but
// sizes and kinds; Verify comes after it.
func (r *imageReader) place(cellsAt int64) error {
	h := r.h
	r.placeValues(h.firn+StateRoots, h.firn+StateRoots+8*NumRoots)
	r.placeValues(h.StackBase, h.StackTop)
	for ref := h.tenBase; ref < h.tenTop; {
		off := cellsAt + int64(ref-h.tenBase)
		size, k := h.Size(ref), h.Kind(ref)
		if size < 16 || size&7 != 0 || size > h.tenTop-ref {
			return r.bad(off, nil, "a cell of %d bytes", size)
		}
		switch k {
		case KForward, KIndex, KTrans, KAtoms, KFeedback:
			return r.bad(off, nil, "a cell of kind %s", KindName(k))
		}
		if k >= NumKinds {
			return r.bad(off, nil, "a cell of kind %d", k)
		}
		skip := skippedRefs(k)
		at := ref + HeaderSize
		for i, refs := 0, kindTable[k].refs; refs>>i != 0; i++ {
			if refs>>i&1 != 0 && at < ref+size {
				if skip>>i&1 != 0 {
					h.SetU32(at, 0)
				} else if old := h.U32(at); old >= h.firn {
					h.SetU32(at, r.moved(old))
				}
			}
			at += 4
		}
		if k == KTemplate && (size < TmplData || uint64(h.U32(ref+TmplConsts)) > uint64(size-TmplData)/8) {
			return r.bad(off, nil, "a template of %d bytes with %d constants", size, h.U32(ref+TmplConsts))
		}
		if from, to := h.valueRange(ref); from < to && to <= ref+size {
			r.placeValues(from, to)
		}
		h.noteStart(ref, size)
		ref += size
	}
	return nil
}

// moved is the offset in the cage for one in the image. Wrong ones become an
// offset where no cell is, which Verify finds.
func (r *imageReader) moved(old uint32) uint32 {
	if old >= r.end {
		return r.h.cageEnd
	}
	return old - r.h.firn + r.h.tenBase
}

func (r *imageReader) placeValues(from, to uint32) {
	h := r.h
	for ; from < to; from += 8 {
		if v := h.Val(from); v.IsPointer() && uint32(v) >= h.firn {
			h.SetVal(from, v&^0xFFFFFFFF|Value(r.moved(uint32(v))))
		}
	}
}
