func fib
b0:
	entry +192 exit1:deopt/stack@0
	v1 = mov.mov.4 +8
	poll | v1:any:late #0x5a exit2:poll@0
	v2 = checktag v1 | v1:any:late #0xfffffffffff90000 exit3:deopt/not-int@0
	br.cmp.3 cond=12 v2:any #0x2 ->b1 ->b2
b2: <-b0
	v4:same1 = sub.3 v2 | v1:any:late #0x1 exit4:deopt/overflow@0
	v5 = mov.mov.4 +1052688
	store.mov.4 v5 +56
	storeconst +64 #0xfffa000000000000
	storebox v4 +72 #0x68
	store.mov.4 v1 +8
	v6:rax = call clobbers{rax rcx rdx rbx rbp rsi rdi r8 r9 r10 xmm0 xmm1 xmm2 xmm3 xmm4 xmm5 xmm6 xmm7 xmm8 xmm9 xmm10 xmm11 xmm12 xmm13 xmm14}
	poll | v1:any:late v6:any:late #0x5a exit5:poll@6
	v7:same1 = sub.3 v2 | v1:any:late v6:any:late #0x2 exit6:deopt/overflow@6
	store.mov.4 v5 +56
	storeconst +64 #0xfffa000000000000
	storebox v7 +72 #0x68
	store.mov.4 v6 +32
	v8:rax = call #0x1 clobbers{rax rcx rdx rbx rbp rsi rdi r8 r9 r10 xmm0 xmm1 xmm2 xmm3 xmm4 xmm5 xmm6 xmm7 xmm8 xmm9 xmm10 xmm11 xmm12 xmm13 xmm14}
	poll | v6:any:late v8:any:late #0x5a exit7:poll@9
	v9 = checktag v6 | v6:any:late v8:any:late #0xfffffffffff90000 exit8:deopt/not-int@9
	v10 = checktag v8 | v6:any:late v8:any:late #0xfffffffffff90000 exit9:deopt/not-int@9
	v11:same1 = add.3 v9 v10:any | v6:any:late v8:any:late exit10:deopt/overflow@9
	v12:same1 = or.4 v11 +104
	ret v12:rax
b1: <-b0
	charge #0x2
	v3:same1 = or.4 v2 +104
	ret v3:rax

L1:
	sub rsp, 0x20
; 0:0
	lea r11, ptr [r14+0xc0]
	cmp r11, qword ptr [r13+0x58]
	jnbe L6
	cmp rsp, qword ptr [r13+0xb0]
	jb L6
	cmp dword ptr [r14-0x18], 0x1
	jb L4
L2:
	movups xmm15, xmmword ptr [C1]
	movups xmmword ptr [r14+0x10], xmm15
	movups xmmword ptr [r14+0x20], xmm15
	movups xmmword ptr [r14+0x30], xmm15
	movups xmmword ptr [r14+0x40], xmm15
	movups xmmword ptr [r14+0x50], xmm15
	mov rax, qword ptr [r14+0x8]
	cmp r12, 0x5a
	jl L7
; 0:1
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x70000
	jnz L8
	mov ecx, eax
	mov qword ptr [rsp+0x8], rcx
	cmp ecx, 0x2
	jl L3
	mov rdx, rcx
; 0:3
	sub edx, 0x1
	jo L9
; 0:4
	mov rbx, qword ptr [r15+0x101010]
	mov qword ptr [r14+0x38], rbx
	mov r11, 0xfffa000000000000
	mov qword ptr [r14+0x40], r11
	mov r11, rdx
	or r11, qword ptr [r13+0x68]
	mov qword ptr [r14+0x48], r11
	mov qword ptr [r14+0x8], rax
	mov qword ptr [rsp], rax
	mov qword ptr [rsp+0x10], rbx
; 0:5
	mov dword ptr [r14+0x30], 0xa8
	mov dword ptr [r14+0x34], 0x4
	movups xmm15, xmmword ptr [C2]
	movups xmmword ptr [r14+0x20], xmm15
	sub r12, 0x5
	add r14, 0x40
	call L1
	sub r14, 0x40
; 0:6
	cmp r12, 0x5a
	jl L10
	mov rcx, qword ptr [rsp+0x8]
	sub ecx, 0x2
	jo L11
	mov rbx, qword ptr [rsp+0x10]
; 0:7
	mov qword ptr [r14+0x38], rbx
	mov r11, 0xfffa000000000000
	mov qword ptr [r14+0x40], r11
	mov r11, rcx
	or r11, qword ptr [r13+0x68]
	mov qword ptr [r14+0x48], r11
	mov qword ptr [r14+0x20], rax
	mov qword ptr [rsp+0x18], rax
; 0:8
	mov dword ptr [r14+0x30], 0xc0
	mov dword ptr [r14+0x34], 0x5
	movups xmm15, xmmword ptr [C2]
	movups xmmword ptr [r14+0x20], xmm15
	sub r12, 0x5
	add r14, 0x40
	call L1
	sub r14, 0x40
; 0:9
	cmp r12, 0x5a
	jl L12
	mov rcx, qword ptr [rsp+0x18]
	mov r11, rcx
	shr r11, 0x20
	cmp r11d, -0x70000
	jnz L13
	mov edx, ecx
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x70000
	jnz L13
	mov ebx, eax
	add edx, ebx
	jo L14
; 0:10
	or rdx, qword ptr [r13+0x68]
	mov rax, rdx
	add rsp, 0x20
	ret
; 0:2
L3:
	sub r12, 0x2
	mov rax, qword ptr [rsp+0x8]
	or rax, qword ptr [r13+0x68]
	add rsp, 0x20
	ret
L4:
	movups xmm15, xmmword ptr [C1]
	mov r11d, dword ptr [r14-0x18]
	movq qword ptr [r14+0x8], xmm15
	jmp L2
L5:
	pop qword ptr [r13+0x30]
	mov qword ptr [r13+0x38], 0x7
	jmp qword ptr [r13+0xb8]
L6:
	push 0x1
	jmp L5
L7:
	push 0x2
	jmp L5
L8:
	push 0x3
	jmp L5
L9:
	add edx, 0x1
	push 0x4
	jmp L5
L10:
	push 0x5
	jmp L5
L11:
	add ecx, 0x2
	push 0x6
	jmp L5
L12:
	push 0x7
	jmp L5
L13:
	push 0x8
	jmp L5
L14:
	sub edx, ebx
	push 0xa
	jmp L5
C1:
	.quad 0xfffa000000000000
	.quad 0xfffa000000000000
C2:
	.quad 0xfffa000000000000
	.quad 0x0000004000000001
