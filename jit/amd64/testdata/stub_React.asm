func React
b0:
	v2:rdi, v3:rsi, v4:rdx = params
	v5 = mov.mov.3 v3 +24
	br.test.3 cond=5 v5:any v5:any ->b3 ->b4
b4: <-b0
	br.cmp.3 cond=4 v3 *128 +44 #0xfffffffffffe0000 ->b5 ->b6
b6: <-b4
	v8 = mov.mov.4 v2 +1264
	br.cmp.3 cond=4 v8:any *129 #0xffffffffffff0000 ->b7 ->b16
b16: <-b6
	jump ->b1
b7: <-b6
	v10 = const #0x10
	v9:early = allocsize v10:late #0xd exit1:deopt/memory@0
	store.mov.4 v9 v4 +8
	v12 = const #0x18
	v11:early = allocsize v12:late #0x19 exit2:deopt/memory@0
	v13 = mov.mov.3 v8:any
	store.mov.3 v11 v13 +8
	store.mov.3 v11 +12
	store.mov.3 v11 v9 +16
	store.mov.3 v11 +20 #0x1
	storebox v3 v11 +40 #0x70
	barrier v3 +40
	jump ->b2
b5: <-b4
	jump ->b1
b3: <-b0
	br.cmp.3 cond=4 v5:any #0x1 ->b8 ->b15
b15: <-b3
	jump ->b1
b8: <-b3
	v14 = mov.mov.4 v3 +32
	v15 = mov.mov.4 v2 +1360
	br.cmp.3 cond=4 v15:any *129 #0xffffffffffff0000 ->b9 ->b17
b17: <-b8
	jump ->b1
b9: <-b8
	v16 = mov.mov.3 v15:any
	v17 = mov.mov.4 v16 +8
	br.cmp.3 cond=4 v17:any *129 #0xffffffffffff0000 ->b10 ->b18
b18: <-b9
	jump ->b1
b10: <-b9
	v18 = mov.mov.3 v17:any
	v19 = mov.mov.3 v18
	v20 = lea.lea.3 v19 -8
	v21:same1 = shr.3 v20 *128 #0x5
	v22 = mov.mov.3 v16 +16
	v23 = mov.mov.3 v16 +24
	br.cmp.3 cond=2 v23:any v21:any ->b11 ->b19
b19: <-b10
	jump ->b1
b1: <-b15 <-b5 <-b16 <-b17 <-b18 <-b19
	v6 = const #0xffffffff
	ret v6:rax
b11: <-b10
	v24 = lea.lea.3 v22 v23
	br.cmp.3 cond=3 v24:any v21:any ->b12 ->b14
b14: <-b11
	jump ->b13(v24)
b12: <-b11
	v25:same1 = sub.3 v24 v21:any
	jump ->b13(v25)
b13(v1): <-b12 <-b14
	v26:same1 = shl.3 v1 *128 #0x5
	v27 = lea.lea.3 v18 v26
	storeconst v27 +8 #0xfff9000000000000
	store.mov.4 v27 v4 +16
	barrier v27 +16
	store.mov.4 v27 v14 +24
	barrier v27 +24
	storeconst v27 +32 #0xfffa000000000000
	v28 = lea.lea.3 v23 +1
	storebox v16 v28 +24 #0x68
	jump ->b2
b2: <-b7 <-b13
	storeconst v3 +48 #0xfffa000000000003
	v7 = const #0x0
	ret v7:rax

	sub rsp, 0x18
; 0:0
	mov eax, dword ptr [r15+rsi+0x18]
	test eax, eax
	jnz L1
	cmp dword ptr [r15+rsi+0x2c], -0x20000
	jz L2
	mov rax, qword ptr [r15+rdi+0x4f0]
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x10000
	jnz L2
	mov ecx, 0x10
	mov edi, dword ptr [r13+0x48]
	lea r11, ptr [rdi+rcx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L6
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdi], ecx
	mov dword ptr [r15+rdi+0x4], 0xd
	mov qword ptr [r15+rdi+0x8], rdx
	mov ecx, 0x18
	mov edx, dword ptr [r13+0x48]
	lea r11, ptr [rdx+rcx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L6
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rdx], ecx
	mov dword ptr [r15+rdx+0x4], 0x19
	mov eax, eax
	mov dword ptr [r15+rdx+0x8], eax
	mov dword ptr [r15+rdx+0xc], 0x0
	mov dword ptr [r15+rdx+0x10], edi
	mov dword ptr [r15+rdx+0x14], 0x1
	mov r11, rdx
	or r11, qword ptr [r13+0x70]
	mov qword ptr [r15+rsi+0x28], r11
	lea r11d, ptr [rsi+0x28]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	jmp L5
L1:
	cmp eax, 0x1
	jnz L2
	mov rax, qword ptr [r15+rsi+0x20]
	mov rcx, qword ptr [r15+rdi+0x550]
	mov r11, rcx
	shr r11, 0x20
	cmp r11d, -0x10000
	jnz L2
	mov ecx, ecx
	mov rdi, qword ptr [r15+rcx+0x8]
	mov r11, rdi
	shr r11, 0x20
	cmp r11d, -0x10000
	jnz L2
	mov edi, edi
	mov r8d, dword ptr [r15+rdi]
	lea r8d, ptr [r8-0x8]
	shr r8d, 0x5
	mov qword ptr [rsp], rax
	mov eax, dword ptr [r15+rcx+0x10]
	mov qword ptr [rsp+0x10], rax
	mov eax, dword ptr [r15+rcx+0x18]
	cmp eax, r8d
	jb L3
L2:
	mov eax, -0x1
	add rsp, 0x18
	ret
L3:
	mov qword ptr [rsp+0x8], r8
	mov r8, qword ptr [rsp+0x10]
	lea r8d, ptr [r8+rax]
	cmp r8d, dword ptr [rsp+0x8]
	jb L4
	sub r8d, dword ptr [rsp+0x8]
L4:
	shl r8d, 0x5
	lea edi, ptr [rdi+r8]
	mov r11, 0xfff9000000000000
	mov qword ptr [r15+rdi+0x8], r11
	mov qword ptr [r15+rdi+0x10], rdx
	lea r11d, ptr [rdi+0x10]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov rdx, qword ptr [rsp]
	mov qword ptr [r15+rdi+0x18], rdx
	lea r11d, ptr [rdi+0x18]
	shr r11d, 0x9
	add r11d, dword ptr [r13+0xc8]
	mov byte ptr [r15+r11], 0x1
	mov r11, 0xfffa000000000000
	mov qword ptr [r15+rdi+0x20], r11
	lea eax, ptr [rax+0x1]
	mov r11, rax
	or r11, qword ptr [r13+0x68]
	mov qword ptr [r15+rcx+0x18], r11
L5:
	mov r11, 0xfffa000000000003
	mov qword ptr [r15+rsi+0x30], r11
	mov eax, 0x0
	add rsp, 0x18
	ret
L6:
	mov eax, -0x1
	add rsp, 0x18
	ret
