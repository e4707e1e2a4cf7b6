func sum
b0:
	entry +352 exit1:deopt/stack@0
	v3 = mov.mov.4 +8
	v4 = mov.mov.4 +16
	poll | v3:any:late v4:any:late #0x12c exit2:poll@0
	v5 = checktag v3 | v3:any:late v4:any:late #0xfffffffffffe0000 exit3:deopt/not-object@0
	v6 = mov.mov.3 +1052672
	exit.cmp.3 cond=5 v5 v6:any | v3:any:late v4:any:late +8 exit4:deopt/shape@0
	v7 = mov.mov.3 v5 +16
	v8 = checktag v4 | v3:any:late v4:any:late #0xfffffffffff90000 exit5:deopt/not-int@0
	v9 = const #0x0
	v10 = const #0x0
	jump ->b1(v9, v10)
b1(v1, v2): <-b0 <-b2 depth=1
	poll | v3:any:late v4:any:late v1:any:late v2:any:late #0x12c exit6:poll@3
	br.cmp.3 cond=12 v1:any v8:any ->b2 ->b3
b2: <-b1 depth=1
	charge #0x9
	cmpcap v1 v7 | v3:any:late v4:any:late v1:any:late v2:any:late exit7:deopt/bounds@9
	v12 = lea.lea.3 v7 v1 *3
	v11 = checknum v12 | v3:any:late v4:any:late v1:any:late v2:any:late +8 exit8:deopt/not-number@9
	v13:same1 = addsd v2 v11:any
	v14:same1 = add.3 v1 | v3:any:late v4:any:late v1:any:late v2:any:late #0x1 exit9:deopt/overflow@9
	jump ->b1(v14, v13)
b3: <-b1
	v15 = boxnum v2:late
	ret v15:rax

; 0:0
	lea r11, ptr [r14+0x160]
	cmp r11, qword ptr [r13+0x58]
	jnbe L12
	cmp rsp, qword ptr [r13+0xb0]
	jb L12
	cmp dword ptr [r14-0x18], 0x2
	jb L7
L1:
	mov rax, qword ptr [r14+0x8]
	mov rcx, qword ptr [r14+0x10]
	cmp r12, 0x12c
	jl L13
; 0:1
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x20000
	jnz L14
	mov edx, eax
	mov ebx, dword ptr [r15+0x101000]
	cmp dword ptr [r15+rdx+0x8], ebx
	jnz L15
	mov edx, dword ptr [r15+rdx+0x10]
; 0:2
	mov r11, rcx
	shr r11, 0x20
	cmp r11d, -0x70000
	jnz L16
	mov ebx, ecx
	mov ebp, 0x0
	xorpd xmm0, xmm0
	nop word ptr [rax+rax], ax
; 0:3
L2:
	cmp r12, 0x12c
	jl L17
	cmp ebp, ebx
	jnl L4
; 0:4
	sub r12, 0x9
; 0:5
	mov r11d, dword ptr [r15+rdx]
	sub r11d, 0x8
	shr r11d, 0x3
	cmp ebp, r11d
	jnb L18
; 0:6
	lea esi, ptr [rdx+8*rbp]
	cmp dword ptr [r15+rsi+0xc], -0x70000
	jnb L8
	movsd xmm1, qword ptr [r15+rsi+0x8]
L3:
	addsd xmm1, xmm0
; 0:7
	add ebp, 0x1
	jo L19
	movaps xmm0, xmm1
	jmp L2
; 0:8
L4:
	cvttsd2si eax, xmm0
	pxor xmm15, xmm15
	cvtsi2sd xmm15, eax
	ucomisd xmm15, xmm0
	jnz L9
	jp L9
	test eax, eax
	jz L10
L5:
	or rax, qword ptr [r13+0x68]
L6:
	ret
L7:
	movups xmm15, xmmword ptr [C1]
	mov r11d, dword ptr [r14-0x18]
	movq qword ptr [r14+0x10], xmm15
	cmp r11d, 0x1
	jnb L1
	movq qword ptr [r14+0x8], xmm15
	jmp L1
L8:
	jnz L20
	pxor xmm1, xmm1
	cvtsi2sd xmm1, dword ptr [r15+rsi+0x8]
	jmp L3
L9:
	movq rax, xmm0
	jmp L6
L10:
	movmskpd r11d, xmm0
	test r11d, 0x1
	jnz L9
	jmp L5
L11:
	pop qword ptr [r13+0x30]
	mov qword ptr [r13+0x38], 0x7
	jmp qword ptr [r13+0xb8]
L12:
	push 0x1
	jmp L11
L13:
	push 0x2
	jmp L11
L14:
	push 0x3
	jmp L11
L15:
	push 0x4
	jmp L11
L16:
	push 0x5
	jmp L11
L17:
	push 0x6
	jmp L11
L18:
	push 0x7
	jmp L11
L19:
	sub ebp, 0x1
	push 0x9
	jmp L11
L20:
	push 0x8
	jmp L11
C1:
	.quad 0xfffa000000000000
	.quad 0xfffa000000000000
