func DictAdd
b0:
	v4:rdi, v5:rsi, v6:rdx = params
	v7 = mov.mov.3 v4 +12
	v8 = mov.mov.3 v4 +16
	br.cmp.3 cond=5 v7 v8:any +8 ->b17 ->b2
b2: <-b0
	v10 = mov.mov.3 v7
	v11 = lea.lea.3 v10 -16
	v12:same1 = shr.3 v11 *128 #0x4
	br.cmp.3 cond=3 v8:any v12:any ->b18 ->b3
b3: <-b2
	v13 = mov.movzxw.3 v4 +22
	br.cmp.3 cond=2 v8:any v13:any ->b5 ->b6
b6: <-b3
	v20 = mov.mov.3 v5 +12
	br.test.3 cond=4 v20:any v20:any ->b19 ->b7
b7: <-b6
	v21:same1 = sub.3 v8 v13:any
	v22:same1 = shl.3 v21 *128 #0x3
	v23 = lea.lea.3 v22 +8
	br.cmp.3 cond=3 v23:any v20 ->b20 ->b8
b8: <-b7
	v24 = lea.lea.3 v20 v23
	jump ->b4(v24)
b20: <-b7
	jump ->b1
b19: <-b6
	jump ->b1
b5: <-b3
	v16 = mov.mov.3 v4 +44
	v17 = lea.lea.3 v5 v16
	v18:same1 = shl.3 v8 *128 #0x3
	v19 = lea.lea.3 v17 v18
	jump ->b4(v19)
b4(v1): <-b5 <-b8
	v14 = lea.lea.3 v8 +1
	v15 = mov.mov.3 v7 +12
	br.test.3 cond=4 v15:any v15:any ->b10 ->b11
b11: <-b4
	v25 = mov.mov.3 v6:any
	v26 = mov.mov.3 v25 +12
	v27 = mov.imul3.3 v26 #0xffffffff9e3779b9
	v28:same1 = shr.3 v27 *128 #0xf
	v29:same1 = xor.3 v27 v28:any
	v30 = mov.mov.3 v15
	v31 = lea.lea.3 v30 -16
	v32:same1 = shr.3 v31 *128 #0x2
	v33 = lea.lea.3 v32 -1
	v34:same1 = and.3 v29 v33:any
	v35 = const #0x0
	jump ->b13(v34, v35)
b13(v2, v3): <-b11 <-b16 depth=1
	v36:same1 = shl.3 v2 *128 #0x2
	v37 = lea.lea.3 v15 v36
	br.cmp.3 cond=5 v37 +16 ->b14 ->b15
b14: <-b13 depth=1
	br.cmp.3 cond=3 v3:any #0x10 ->b22 ->b16
b16: <-b14 depth=1
	v38 = lea.lea.3 v2 +1
	v39:same1 = and.3 v38 v33:any
	v40 = lea.lea.3 v3 +1
	jump ->b13(v39, v40)
b22: <-b14
	jump ->b1
b15: <-b13
	store.mov.3 v37 v14 +16
	jump ->b9
b10: <-b4
	br.cmp.3 cond=7 v14:any #0x8 ->b21 ->b12
b12: <-b10
	jump ->b9
b9: <-b12 <-b15
	store.mov.3 v7 v14 +8
	store.mov.3 v4 v14 +16
	ret v1:rax
b21: <-b10
	jump ->b1
b18: <-b2
	jump ->b1
b17: <-b0
	jump ->b1
b1: <-b17 <-b18 <-b19 <-b20 <-b21 <-b22
	v9 = const #0x0
	ret v9:rax

	sub rsp, 0x20
; 0:0
	mov eax, dword ptr [r15+rdi+0xc]
	mov qword ptr [rsp], rax
	mov ecx, dword ptr [r15+rdi+0x10]
	cmp dword ptr [r15+rax+0x8], ecx
	jnz L7
	mov r8d, dword ptr [r15+rax]
	lea r8d, ptr [r8-0x10]
	shr r8d, 0x4
	cmp ecx, r8d
	jnb L7
	movzx r8d, word ptr [r15+rdi+0x16]
	cmp ecx, r8d
	jb L1
	mov esi, dword ptr [r15+rsi+0xc]
	test esi, esi
	jz L7
	mov rax, rcx
	sub eax, r8d
	shl eax, 0x3
	lea eax, ptr [rax+0x8]
	cmp eax, dword ptr [r15+rsi]
	jnb L7
	lea eax, ptr [rsi+rax]
	jmp L2
L1:
	mov eax, dword ptr [r15+rdi+0x2c]
	lea eax, ptr [rsi+rax]
	mov rsi, rcx
	shl esi, 0x3
	lea eax, ptr [rax+rsi]
L2:
	mov qword ptr [rsp+0x8], rax
	lea ecx, ptr [rcx+0x1]
	mov rsi, qword ptr [rsp]
	mov r8d, dword ptr [r15+rsi+0xc]
	test r8d, r8d
	jz L5
	mov edx, edx
	mov edx, dword ptr [r15+rdx+0xc]
	mov r11d, 0x67aaab72
	xor r11d, -0x6622d35
	imul edx, r11d
	mov rax, rdx
	shr eax, 0xf
	xor edx, eax
	mov eax, dword ptr [r15+r8]
	lea eax, ptr [rax-0x10]
	shr eax, 0x2
	lea eax, ptr [rax-0x1]
	and edx, eax
	mov qword ptr [rsp+0x18], rax
	mov qword ptr [rsp+0x10], rcx
	mov eax, 0x0
	nop word ptr [rax+rax], ax
	data16 nop
L3:
	mov rcx, rdx
	shl ecx, 0x2
	lea ecx, ptr [r8+rcx]
	cmp dword ptr [r15+rcx+0x10], 0x0
	jz L4
	cmp eax, 0x10
	jnb L7
	lea ecx, ptr [rdx+0x1]
	and ecx, dword ptr [rsp+0x18]
	lea eax, ptr [rax+0x1]
	mov rdx, rcx
	jmp L3
L4:
	mov rax, qword ptr [rsp+0x10]
	mov dword ptr [r15+rcx+0x10], eax
	jmp L6
L5:
	mov rax, rcx
	cmp eax, 0x8
	jnbe L7
L6:
	mov dword ptr [r15+rsi+0x8], eax
	mov dword ptr [r15+rdi+0x10], eax
	mov rax, qword ptr [rsp+0x8]
	add rsp, 0x20
	ret
L7:
	mov eax, 0x0
	add rsp, 0x20
	ret
