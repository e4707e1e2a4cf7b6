func folding
b0:
	v1 = const #0x3fb999999999999a
	entry +192 exit1:deopt/stack@0
	v2 = mov.mov.4 +8
	v3 = checktag v2 #0xfffffffffffe0000 exit2:deopt/not-object@0
	v4 = checktag v3 +24 #0xfffffffffff90000 exit3:deopt/not-int@0
	v5:same1 = add.3 v4 #0x75bcd15 exit4:deopt/overflow@0
	exit.test.3 cond=5 v4:any | v2:any:late v5:any:late v3:any:late #0x7 exit5:deopt/value@2
	v6 = mov.mov.4 v3 +32
	exit.cmp.4 cond=5 v6:any | v2:any:late v5:any:late v3:any:late #0xfffa000000000001 exit6:deopt/value@2
	v7 = mov.movzxb.3 v3 +5
	v8:same1 = shl.3 v7 *128 #0x7
	v9 = mov.cvtsi2sd.3 v8:any
	v10:same1 = mulsd v9 #0x3fe0000000000000
	v11:same1 = addsd v10 v1:any
	v12 = modconst.3 v8 | v2:any:late v5:any:late #0xa exit7:deopt/division@1
	store.movsd v11 +24
	storebox v3 v12 +24 #0x68
	barrier v3 +24
	storeconst +32 #0x3fb999999999999a
	slow clobbers{rax rcx rdx rbx rbp rsi rdi r8 r9 r10 xmm0 xmm1 xmm2 xmm3 xmm4 xmm5 xmm6 xmm7 xmm8 xmm9 xmm10 xmm11 xmm12 xmm13 xmm14} exit8:slow@9
	v13 = mov.mov.4 +40
	truthy.br v13 | v2:any:late v5:any:late exit9:deopt/value@1 ->b1 ->b2
b1: <-b0
	v14 = const #0xfffa000000000001
	ret v14:rax
b2: <-b0 cold
	v15 = mov.mov.4 +8
	v16 = seq.set v15 v13 | v2:any:late v5:any:late exit10:deopt/value@1
	v17:same1 = add.4 v16 #0xfffa000000000002
	ret v17:rax

	sub rsp, 0x10
; 0:0
	lea r11, ptr [r14+0xc0]
	cmp r11, qword ptr [r13+0x58]
	jnbe L20
	cmp rsp, qword ptr [r13+0xb0]
	jb L20
	cmp dword ptr [r14-0x18], 0x3
	jb L7
L1:
	movups xmm15, xmmword ptr [C1]
	movups xmmword ptr [r14+0x20], xmm15
	movups xmmword ptr [r14+0x30], xmm15
	movups xmmword ptr [r14+0x40], xmm15
	mov rax, qword ptr [r14+0x8]
; 0:1
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x20000
	jnz L21
	mov ecx, eax
	cmp dword ptr [r15+rcx+0x1c], -0x70000
	jnz L22
	mov edx, dword ptr [r15+rcx+0x18]
	mov rbx, rdx
; 0:2
	mov r11d, -0x139e022
	xor r11d, -0x6622d35
	add ebx, r11d
	jo L23
; 0:3
	test edx, 0x7
	jnz L24
; 0:4
	mov rdx, qword ptr [r15+rcx+0x20]
	cmp rdx, qword ptr [C3]
	jnz L25
; 0:5
	movzx edx, byte ptr [r15+rcx+0x5]
	shl edx, 0x7
	pxor xmm0, xmm0
	cvtsi2sd xmm0, edx
	mulsd xmm0, qword ptr [C4]
	movsd xmm15, qword ptr [C5]
	xorpd xmm15, xmmword ptr [C2]
	addsd xmm0, xmm15
; 0:6
	test edx, edx
	js L26
	mov r11d, -0x33333333
	imul r11, rdx
	shr r11, 0x23
	imul r11d, r11d, 0xa
	sub edx, r11d
; 0:7
	movsd qword ptr [r14+0x18], xmm0
	mov r11, rdx
	or r11, qword ptr [r13+0x68]
	mov qword ptr [r15+rcx+0x18], r11
	lea r11d, ptr [rcx+0x18]
	shr r11d, 0x9
	mov byte ptr [r15+r11+0x110000], 0x1
; 0:8
	mov r11, qword ptr [C5]
	xor r11, qword ptr [C2]
	mov qword ptr [r14+0x20], r11
	mov qword ptr [rsp], rax
	mov qword ptr [rsp+0x8], rbx
; 0:9
	push 0x8
	jmp L18
	mov rax, qword ptr [r14+0x28]
; 0:10
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x60000
	jnz L8
	cmp eax, 0x3
	jnz L3
L2:
	mov rax, 0xfffa000000000001
	add rsp, 0x10
	ret
; 0:11
L3:
	mov rcx, qword ptr [r14+0x8]
	cmp rcx, rax
	jz L11
	cmp rcx, qword ptr [C6]
	jb L12
	mov r11, rcx
	shr r11, 0x20
	cmp r11d, -0x30000
	jz L16
	cmp r11d, -0x40000
	jz L17
L4:
	mov eax, 0x0
	jmp L6
L5:
	mov eax, 0x1
L6:
	add rax, qword ptr [C7]
	add rsp, 0x10
	ret
L7:
	movups xmm15, xmmword ptr [C1]
	mov r11d, dword ptr [r14-0x18]
	movq qword ptr [r14+0x18], xmm15
	cmp r11d, 0x2
	jnb L1
	movq qword ptr [r14+0x10], xmm15
	cmp r11d, 0x1
	jnb L1
	movq qword ptr [r14+0x8], xmm15
	jmp L1
L8:
	cmp r11d, -0x70000
	jb L9
	jnz L10
	test eax, eax
	jnz L2
	jmp L3
L9:
	mov r11, rax
	add r11, r11
	jz L3
	cmp r11, qword ptr [C8]
	jnbe L3
	jmp L2
L10:
	cmp r11d, -0x40000
	jz L27
	cmp r11d, -0x30000
	jnz L2
	mov r11d, eax
	cmp dword ptr [r15+r11+0x8], 0x0
	jnz L2
	jmp L3
L11:
	cmp rcx, qword ptr [r13+0x68]
	jnb L5
	mov r11, rcx
	add r11, r11
	cmp r11, qword ptr [C8]
	jnbe L4
	jmp L5
L12:
	cmp rax, qword ptr [C6]
	jnb L4
	cmp rcx, qword ptr [r13+0x68]
	jnb L13
	cmp rax, qword ptr [r13+0x68]
	jnb L14
	movq xmm15, rcx
	push rax
	jmp L15
L13:
	cmp rax, qword ptr [r13+0x68]
	jnb L4
	pxor xmm15, xmm15
	cvtsi2sd xmm15, ecx
	push rax
	jmp L15
L14:
	pxor xmm15, xmm15
	cvtsi2sd xmm15, eax
	push rcx
L15:
	ucomisd xmm15, qword ptr [rsp]
	pop r11
	jp L4
	jz L5
	jmp L4
L16:
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L4
	mov r11d, ecx
	test byte ptr [r15+r11+0x5], 0x1
	jz L28
	mov r11d, eax
	test byte ptr [r15+r11+0x5], 0x1
	jz L28
	jmp L4
L17:
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x40000
	jz L28
	jmp L4
L18:
	pop qword ptr [r13+0x30]
	mov qword ptr [r13+0x38], 0x7
	jmp qword ptr [r13+0xc0]
L19:
	pop qword ptr [r13+0x30]
	mov qword ptr [r13+0x38], 0x7
	jmp qword ptr [r13+0xb8]
L20:
	push 0x1
	jmp L19
L21:
	push 0x2
	jmp L19
L22:
	push 0x3
	jmp L19
L23:
	mov r11d, -0x337dfb1d
	xor r11d, -0x3426360a
	sub ebx, r11d
	push 0x4
	jmp L19
L24:
	push 0x5
	jmp L19
L25:
	push 0x6
	jmp L19
L26:
	push 0x7
	jmp L19
L27:
	push 0x9
	jmp L19
L28:
	push 0xa
	jmp L19
C1:
	.quad 0xfffa000000000000
	.quad 0xfffa000000000000
C2:
	.quad 0x123456789abcdef1
	.quad 0x0000000000000000
C3:
	.quad 0xfffa000000000001
C4:
	.quad 0x3fe0000000000000
C5:
	.quad 0x2d8dcfe10325476b
C6:
	.quad 0xfffa000000000000
C7:
	.quad 0xfffa000000000002
C8:
	.quad 0xffe0000000000000
