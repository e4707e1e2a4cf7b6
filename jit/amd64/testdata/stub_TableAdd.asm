func TableAdd
b0:
	v4:rdi, v5:rsi = params
	v6 = mov.mov.3 v4:any
	v7 = mov.mov.3 v6 +16
	v8 = mov.mov.3 v6 +28
	v9:same1 = imul.3 v7 v8:any
	v10 = lea.lea.3 v9 +40
	br.cmp.3 cond=3 v10:any v6 ->b25 ->b2
b2: <-b0
	v12 = mov.mov.3 v6 +8
	br.cmp.3 cond=4 v5:any *129 #0xfffffffffffd0000 ->b6 ->b9
b9: <-b2
	br.cmp.3 cond=4 v5:any *129 #0xfffffffffffe0000 ->b7 ->b10
b10: <-b9
	br.cmp.3 cond=4 v5:any *129 #0xfffffffffff90000 ->b27 ->b11
b11: <-b10
	br.cmp.3 cond=4 v5:any *129 #0xfffffffffffa0000 ->b28 ->b12
b12: <-b11
	jump ->b1
b28: <-b11
	jump ->b5
b27: <-b10
	jump ->b5
b5: <-b27 <-b28
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
	br.cmp.3 cond=3 v18 +8 #0x1000 ->b26 ->b13
b13: <-b6
	v22 = mov.mov.3 v18 +12
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
	v23 = const #0x0
	jump ->b3(v23)
b3(v1): <-b5 <-b14 <-b15
	v13 = lea.lea.3 v7 +1
	br.test.3 cond=4 v12:any v12:any ->b18 ->b19
b19: <-b3
	v27 = mov.mov.3 v12
	v28 = lea.lea.3 v27 -8
	v29:same1 = shr.3 v28 *128 #0x2
	v30 = lea.lea.3 v29 -1
	v31:same1 = and.3 v1 v30:any
	jump ->b20(v31)
b20(v3): <-b19 <-b22 depth=1
	v33 = lea.lea.3 v12 v3 *2
	v32 = mov.mov.3 v33 +8
	br.test.3 cond=4 v32:any v32:any ->b21 ->b22
b22: <-b20 depth=1
	v35 = lea.lea.3 v3 +1
	v36:same1 = and.3 v35 v30:any
	jump ->b20(v36)
b21: <-b20
	v34 = lea.lea.3 v12 v3 *2
	store.mov.3 v34 v13 +8
	jump ->b17
b18: <-b3
	jump ->b17
b17: <-b18 <-b21
	store.mov.3 v6 v13 +16
	v24 = mov.mov.3 v6 +20
	v25 = lea.lea.3 v24 +1
	store.mov.3 v6 v25 +20
	v26 = const #0x2
	chargeint v26
	br.cmp.3 cond=4 v5:any *129 #0xfffffffffffd0000 ->b23 ->b29
b29: <-b17
	jump ->b24
b23: <-b17
	v37 = mov.mov.3 v5:any
	v38 = mov.mov.3 v37 +8
	v39:same1 = shr.3 v38 *128 #0x6
	chargeint v39
	jump ->b24
b24: <-b29 <-b23
	v40 = lea.lea.3 v6 v10
	ret v40:rax
b26: <-b6
	jump ->b1
b25: <-b0
	jump ->b1
b1: <-b25 <-b26 <-b12 <-b16
	v11 = const #0x0
	ret v11:rax

	sub rsp, 0x10
; 0:0
	mov qword ptr [rsp], rsi
	mov eax, edi
	mov qword ptr [rsp+0x8], rax
	mov ecx, dword ptr [r15+rax+0x10]
	mov edx, dword ptr [r15+rax+0x1c]
	mov rdi, rcx
	imul edi, edx
	lea edx, ptr [rdi+0x28]
	cmp edx, dword ptr [r15+rax]
	jnb L10
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
	jnz L10
L1:
	mov r8d, esi
	mov r11d, 0x67aaab7a
	xor r11d, -0x6622d35
	imul r8d, r11d
	mov rax, r8
	shr eax, 0xf
	xor r8d, eax
	mov rax, r8
	jmp L5
L2:
	mov eax, esi
	movzx eax, word ptr [r15+rax+0x6]
	mov r11d, 0x55eeb047
	xor r11d, -0x3426360a
	imul eax, r11d
	jmp L4
L3:
	mov eax, esi
	cmp dword ptr [r15+rax+0x8], 0x1000
	jnb L10
	mov eax, dword ptr [r15+rax+0xc]
L4:
	test eax, eax
	jnz L5
	test edi, edi
	jnz L10
	mov eax, 0x0
L5:
	lea ecx, ptr [rcx+0x1]
	test edi, edi
	jz L8
	mov r8d, dword ptr [r15+rdi]
	lea r8d, ptr [r8-0x8]
	shr r8d, 0x2
	lea r8d, ptr [r8-0x1]
	and eax, r8d
	nop dword ptr [rax], eax
L6:
	lea esi, ptr [rdi+4*rax]
	mov esi, dword ptr [r15+rsi+0x8]
	test esi, esi
	jz L7
	lea eax, ptr [rax+0x1]
	and eax, r8d
	jmp L6
L7:
	lea eax, ptr [rdi+4*rax]
	mov dword ptr [r15+rax+0x8], ecx
L8:
	mov rax, qword ptr [rsp+0x8]
	mov dword ptr [r15+rax+0x10], ecx
	mov ecx, dword ptr [r15+rax+0x14]
	lea ecx, ptr [rcx+0x1]
	mov dword ptr [r15+rax+0x14], ecx
	mov ecx, 0x2
	movsxd r11, ecx
	sub r12, r11
	mov r11, qword ptr [rsp]
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L9
	mov ecx, dword ptr [rsp]
	mov ecx, dword ptr [r15+rcx+0x8]
	shr ecx, 0x6
	movsxd r11, ecx
	sub r12, r11
L9:
	lea eax, ptr [rax+rdx]
	add rsp, 0x10
	ret
L10:
	mov eax, 0x0
	add rsp, 0x10
	ret
