func TableAdd
b0:
	v4:rdi, v5:rsi = params
	v6 = mov.mov.3 v4:any
	v7 = mov.mov.3 v6 +16
	v8 = mov.mov.3 v6 +28
	v9:same1 = imul.3 v7 v8:any
	v10 = lea.lea.3 v9 +40
	br.cmp.3 cond=3 v10:any v6 ->b26 ->b2
b2: <-b0
	v12 = mov.mov.3 v6 +8
	br.cmp.3 cond=4 v5:any *129 #0xfffffffffffd0000 ->b6 ->b9
b9: <-b2
	br.cmp.3 cond=4 v5:any *129 #0xfffffffffffe0000 ->b7 ->b10
b10: <-b9
	br.cmp.3 cond=4 v5:any *129 #0xfffffffffff90000 ->b28 ->b11
b11: <-b10
	br.cmp.3 cond=4 v5:any *129 #0xfffffffffffa0000 ->b29 ->b12
b12: <-b11
	jump ->b1
b29: <-b11
	jump ->b5
b28: <-b10
	jump ->b5
b5: <-b28 <-b29
	v14 = mov.mov.3 v5:any
	v15 = mov.imul3.3 v14 #0xffffffff9e3779b1
	v16:same1 = shr.3 v15 *128 #0xf
	v17:same1 = xor.3 v15 v16:any
	jump ->b3(v17)
b7: <-b9
	v19 = mov.mov.3 v5:any
	v20 = mov.movzxw.3 v19 +6
	v21 = mov.imul3.3 v20 #0xffffffff9e3779b1
	jump ->b4(v21)
b6: <-b2
	v18 = mov.mov.3 v5:any
	br.cmp.3 cond=3 v18 +8 #0x1000 ->b27 ->b13
b13: <-b6
	v22:early = strhash v18:late v23:temp v24:temp v25:temp
	jump ->b4(v22)
b4(v2): <-b7 <-b13
	br.test.3 cond=4 v2:any v2:any ->b8 ->b14
b14: <-b4
	jump ->b3(v2)
b8: <-b4
	br.test.3 cond=4 v12:any v12:any ->b15 ->b16
b16: <-b8
	jump ->b1
b15: <-b8
	v26 = const #0x0
	jump ->b3(v26)
b3(v1): <-b5 <-b14 <-b15
	v13 = lea.lea.3 v7 +1
	br.test.3 cond=4 v12:any v12:any ->b18 ->b19
b19: <-b3
	v30 = mov.mov.3 v12
	v31 = lea.lea.3 v30 -8
	v32:same1 = shr.3 v31 *128 #0x2
	v33 = lea.lea.3 v32 -1
	v34:same1 = and.3 v1 v33:any
	v35 = lea.lea.3 v34 +64
	jump ->b20(v34)
b20(v3): <-b19 <-b23 depth=1
	br.cmp.3 cond=3 v3:any v35:any ->b31 ->b22
b22: <-b20 depth=1
	v36:same1 = and.3 v3 v33:any
	v39 = lea.lea.3 v12 v36 *2
	v38 = mov.mov.3 v39 +8
	br.test.3 cond=4 v38:any v38:any ->b21 ->b23
b23: <-b22 depth=1
	v40 = lea.lea.3 v3 +1
	jump ->b20(v40)
b21: <-b22
	v37 = lea.lea.3 v12 v36 *2
	store.mov.3 v37 v13 +8
	jump ->b17
b31: <-b20
	jump ->b1
b18: <-b3
	jump ->b17
b17: <-b18 <-b21
	store.mov.3 v6 v13 +16
	v27 = mov.mov.3 v6 +20
	v28 = lea.lea.3 v27 +1
	store.mov.3 v6 v28 +20
	v29 = const #0x2
	chargeint v29
	br.cmp.3 cond=4 v5:any *129 #0xfffffffffffd0000 ->b24 ->b30
b30: <-b17
	jump ->b25
b24: <-b17
	v41 = mov.mov.3 v5:any
	v42 = mov.mov.3 v41 +8
	v43:same1 = shr.3 v42 *128 #0x6
	chargeint v43
	jump ->b25
b25: <-b30 <-b24
	v44 = lea.lea.3 v6 v10
	ret v44:rax
b27: <-b6
	jump ->b1
b26: <-b0
	jump ->b1
b1: <-b26 <-b27 <-b12 <-b16 <-b31
	v11 = const #0x0
	ret v11:rax

	sub rsp, 0x20
; 0:0
	mov qword ptr [rsp], rsi
	mov eax, edi
	mov qword ptr [rsp+0x8], rax
	mov ecx, dword ptr [r15+rax+0x10]
	mov qword ptr [rsp+0x10], rcx
	mov edx, dword ptr [r15+rax+0x1c]
	mov rdi, rcx
	imul edi, edx
	lea edx, ptr [rdi+0x28]
	mov qword ptr [rsp+0x18], rdx
	cmp edx, dword ptr [r15+rax]
	jnb L16
	mov edi, dword ptr [r15+rax+0x8]
	mov r11, rsi
	shr r11, 0x20
	cmp r11d, -0x30000
	jz L3
	mov r11, rsi
	shr r11, 0x20
	cmp r11d, -0x20000
	jz L2
	mov r11, rsi
	shr r11, 0x20
	cmp r11d, -0x70000
	jz L1
	mov r11, rsi
	shr r11, 0x20
	cmp r11d, -0x60000
	jnz L16
L1:
	mov r8d, esi
	mov r11d, 0x67aaab7a
	xor r11d, -0x6622d35
	imul r8d, r11d
	mov rax, r8
	shr eax, 0xf
	xor r8d, eax
	mov rsi, r8
	jmp L11
L2:
	mov eax, esi
	movzx eax, word ptr [r15+rax+0x6]
	mov r11d, 0x55eeb047
	xor r11d, -0x3426360a
	imul eax, r11d
	mov rsi, rax
	jmp L10
L3:
	mov eax, esi
	cmp dword ptr [r15+rax+0x8], 0x1000
	jnb L16
	mov esi, dword ptr [r15+rax+0xc]
	test esi, esi
	jnz L10
	cmp byte ptr [r15+rax+0x4], 0x2
	jnz L10
	mov esi, dword ptr [r15+rax+0x8]
	cmp esi, 0x40
	jnbe L9
	mov edx, eax
	mov ecx, esi
L4:
	cmp ecx, 0x8
	jb L5
	xor rsi, qword ptr [r15+rdx+0x10]
	imul rsi, qword ptr [C1]
	mov r8, rsi
	shr r8, 0x20
	xor rsi, r8
	add edx, 0x8
	sub ecx, 0x8
	jmp L4
L5:
	test ecx, ecx
	jz L7
	xor r8d, r8d
L6:
	mov r11d, edx
	add r11d, ecx
	movzx r11d, byte ptr [r15+r11+0xf]
	shl r8, 0x8
	or r8, r11
	sub ecx, 0x1
	jnz L6
	xor rsi, r8
	imul rsi, qword ptr [C1]
	mov r8, rsi
	shr r8, 0x20
	xor rsi, r8
L7:
	mov r8, rsi
	shr r8, 0x1d
	xor rsi, r8
	imul rsi, qword ptr [C2]
	mov r8, rsi
	shr r8, 0x20
	xor rsi, r8
	mov esi, esi
	test esi, esi
	jnz L8
	mov esi, 0x1
L8:
	cmp eax, dword ptr [r13+0xcc]
	jb L10
	mov dword ptr [r15+rax+0xc], esi
	jmp L10
L9:
	xor esi, esi
L10:
	test esi, esi
	jnz L11
	test edi, edi
	jnz L16
	mov esi, 0x0
L11:
	mov rcx, qword ptr [rsp+0x10]
	lea eax, ptr [rcx+0x1]
	test edi, edi
	jz L14
	mov ecx, dword ptr [r15+rdi]
	lea ecx, ptr [rcx-0x8]
	shr ecx, 0x2
	lea ecx, ptr [rcx-0x1]
	and esi, ecx
	lea edx, ptr [rsi+0x40]
	mov qword ptr [rsp+0x10], rcx
	nop dword ptr [rax], eax
L12:
	cmp esi, edx
	jnb L16
	mov r8, rsi
	and r8d, dword ptr [rsp+0x10]
	lea ecx, ptr [rdi+4*r8]
	mov ecx, dword ptr [r15+rcx+0x8]
	test ecx, ecx
	jz L13
	lea esi, ptr [rsi+0x1]
	jmp L12
L13:
	lea ecx, ptr [rdi+4*r8]
	mov dword ptr [r15+rcx+0x8], eax
L14:
	mov rcx, qword ptr [rsp+0x8]
	mov dword ptr [r15+rcx+0x10], eax
	mov eax, dword ptr [r15+rcx+0x14]
	lea eax, ptr [rax+0x1]
	mov dword ptr [r15+rcx+0x14], eax
	mov eax, 0x2
	movsxd r11, eax
	sub r12, r11
	mov r11, qword ptr [rsp]
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L15
	mov eax, dword ptr [rsp]
	mov eax, dword ptr [r15+rax+0x8]
	shr eax, 0x6
	movsxd r11, eax
	sub r12, r11
L15:
	mov rdx, qword ptr [rsp+0x18]
	lea eax, ptr [rcx+rdx]
	add rsp, 0x20
	ret
L16:
	mov eax, 0x0
	add rsp, 0x20
	ret
C1:
	.quad 0x9e3779b97f4a7c15
C2:
	.quad 0xbf58476d1ce4e5b9
