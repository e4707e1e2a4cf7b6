func Keys
b0:
	v8:rdi, v9:rsi = params
	v10 = mov.movzxb.3 v8 +4
	br.cmp.3 cond=5 v10:any #0x18 ->b37 ->b2
b2: <-b0
	br.cmp.3 cond=5 v8 +16 ->b38 ->b3
b3: <-b2
	v12 = mov.mov.3 v8 +8
	v13 = mov.mov.3 v12 +16
	br.cmp.3 cond=7 v13:any #0x40 ->b39 ->b4
b4: <-b3
	v14 = mov.mov.3 v12 +12
	br.test.3 cond=4 v9:any v9:any ->b40 ->b6
b6: <-b4
	br.test.3 cond=4 v13:any v13:any ->b41 ->b7
b7: <-b6
	br.cmp.3 cond=7 v14 +8 #0x20 ->b42 ->b8
b8: <-b7
	jump ->b5
b42: <-b7
	jump ->b1
b41: <-b6
	jump ->b5
b40: <-b4
	jump ->b5
b5: <-b40 <-b41 <-b8
	v15 = const #0x0
	jump ->b9(v15, v15)
b9(v1, v2): <-b5 <-b12 <-b15 depth=1
	br.cmp.3 cond=2 v1:any v13:any ->b10 ->b11
b10: <-b9 depth=1
	v16:same1 = shl.3 v1 *128 #0x4
	v17 = lea.lea.3 v14 v16
	v18 = lea.lea.3 v1 +1
	v19 = mov.mov.3 v17 +24
	br.cmp.3 cond=5 v17 *128 +20 #0xfffffffffffd0000 ->b43 ->b13
b13: <-b10 depth=1
	v20:same1 = and.3 v19 #0x2
	br.test.3 cond=4 v20:any v20:any ->b44 ->b14
b14: <-b13 depth=1
	v21:same1 = and.3 v19 #0x8
	br.test.3 cond=5 v21:any v21:any ->b45 ->b15
b15: <-b14 depth=1
	v22 = lea.lea.3 v2 +1
	jump ->b9(v18, v22)
b44: <-b13 depth=1
	jump ->b12
b43: <-b10 depth=1
	jump ->b12
b12: <-b43 <-b44 depth=1
	jump ->b9(v18, v2)
b45: <-b14
	jump ->b1
b11: <-b9
	br.test.3 cond=4 v2:any v2:any ->b16 ->b17
b17: <-b11
	v23:same1 = shl.3 v2 *128 #0x3
	v24 = lea.lea.3 v23 +8
	v25:early = allocsize v24:late #0xd exit1:deopt/memory@0
	br.test.3 cond=4 v9:any v9:any ->b18 ->b19
b19: <-b17
	v27 = mov.movzxw.3 v12 +22
	v28 = mov.mov.3 v12 +44
	v29 = lea.lea.3 v8 v28
	v30 = mov.mov.3 v8 +12
	v31 = const #0x0
	jump ->b27(v31, v31)
b27(v5, v6): <-b19 <-b30 <-b34 depth=1
	br.cmp.3 cond=2 v5:any v13:any ->b28 ->b29
b28: <-b27 depth=1
	v41:same1 = shl.3 v5 *128 #0x4
	v42 = lea.lea.3 v14 v41
	v43 = lea.lea.3 v5 +1
	v44 = mov.mov.3 v42 +24
	br.cmp.3 cond=5 v42 *128 +20 #0xfffffffffffd0000 ->b49 ->b31
b31: <-b28 depth=1
	v45:same1 = and.3 v44 #0x2
	br.test.3 cond=4 v45:any v45:any ->b50 ->b32
b32: <-b31 depth=1
	v46:same1 = and.3 v44 #0x8
	br.test.3 cond=5 v46:any v46:any ->b51 ->b33
b33: <-b32 depth=1
	br.cmp.3 cond=2 v5:any v27:any ->b35 ->b36
b36: <-b33 depth=1
	v51:same1 = sub.3 v5 v27:any
	v53 = lea.lea.3 v30 v51 *3
	v52 = mov.mov.4 v53 +8
	jump ->b34(v52)
b35: <-b33 depth=1
	v50 = lea.lea.3 v29 v5 *3
	v49 = mov.mov.4 v50
	jump ->b34(v49)
b34(v7): <-b35 <-b36 depth=1
	v47 = lea.lea.3 v25 v6 *3
	store.mov.4 v47 v7 +8
	v48 = lea.lea.3 v6 +1
	jump ->b27(v43, v48)
b50: <-b31 depth=1
	jump ->b30
b49: <-b28 depth=1
	jump ->b30
b30: <-b49 <-b50 depth=1
	jump ->b27(v43, v6)
b51: <-b32
	jump ->b1
b29: <-b27
	chargeint v2
	ret v25:rax
b18: <-b17
	v26 = const #0x0
	jump ->b20(v26, v26)
b20(v3, v4): <-b18 <-b23 <-b26 depth=1
	br.cmp.3 cond=2 v3:any v13:any ->b21 ->b22
b21: <-b20 depth=1
	v32:same1 = shl.3 v3 *128 #0x4
	v33 = lea.lea.3 v14 v32
	v34 = lea.lea.3 v3 +1
	v35 = mov.mov.4 v33 +16
	v36 = mov.mov.3 v33 +24
	br.cmp.3 cond=5 v35:any *129 #0xfffffffffffd0000 ->b46 ->b24
b24: <-b21 depth=1
	v37:same1 = and.3 v36 #0x2
	br.test.3 cond=4 v37:any v37:any ->b47 ->b25
b25: <-b24 depth=1
	v38:same1 = and.3 v36 #0x8
	br.test.3 cond=5 v38:any v38:any ->b48 ->b26
b26: <-b25 depth=1
	v39 = lea.lea.3 v25 v4 *3
	store.mov.4 v39 v35 +8
	v40 = lea.lea.3 v4 +1
	jump ->b20(v34, v40)
b47: <-b24 depth=1
	jump ->b23
b46: <-b21 depth=1
	jump ->b23
b23: <-b46 <-b47 depth=1
	jump ->b20(v34, v4)
b48: <-b25
	jump ->b1
b22: <-b20
	chargeint v2
	ret v25:rax
b16: <-b11
	ret v8:rax
b39: <-b3
	jump ->b1
b38: <-b2
	jump ->b1
b37: <-b0
	jump ->b1
b1: <-b37 <-b38 <-b39 <-b42 <-b45 <-b48 <-b51
	v11 = const #0x0
	ret v11:rax

	sub rsp, 0x38
; 0:0
	movzx eax, byte ptr [r15+rdi+0x4]
	cmp eax, 0x18
	jnz L16
	cmp dword ptr [r15+rdi+0x10], 0x0
	jnz L16
	mov eax, dword ptr [r15+rdi+0x8]
	mov ecx, dword ptr [r15+rax+0x10]
	cmp ecx, 0x40
	jnbe L16
	mov edx, dword ptr [r15+rax+0xc]
	test esi, esi
	jz L1
	test ecx, ecx
	jz L1
	cmp dword ptr [r15+rdx+0x8], 0x20
	jnbe L16
L1:
	mov qword ptr [rsp+0x8], rax
	mov qword ptr [rsp+0x10], rcx
	mov qword ptr [rsp], rsi
	mov r8d, 0x0
	mov eax, 0x0
	nop dword ptr [rax], eax
L2:
	cmp r8d, dword ptr [rsp+0x10]
	jnb L3
	mov rcx, r8
	shl ecx, 0x4
	lea ecx, ptr [rdx+rcx]
	lea r8d, ptr [r8+0x1]
	mov esi, dword ptr [r15+rcx+0x18]
	cmp dword ptr [r15+rcx+0x14], -0x30000
	jnz L2
	mov rcx, rsi
	and ecx, 0x2
	test ecx, ecx
	jz L2
	and esi, 0x8
	test esi, esi
	jnz L16
	lea eax, ptr [rax+0x1]
	jmp L2
L3:
	test eax, eax
	jz L15
	mov rcx, rax
	shl ecx, 0x3
	lea ecx, ptr [rcx+0x8]
	mov esi, dword ptr [r13+0x48]
	lea r11, ptr [rsi+rcx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L17
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rsi], ecx
	mov dword ptr [r15+rsi+0x4], 0xd
	mov qword ptr [rsp+0x20], rsi
	cmp dword ptr [rsp], 0x0
	jz L11
	mov rcx, qword ptr [rsp+0x8]
	movzx r8d, word ptr [r15+rcx+0x16]
	mov ecx, dword ptr [r15+rcx+0x2c]
	lea ecx, ptr [rdi+rcx]
	mov qword ptr [rsp+0x8], rcx
	mov edi, dword ptr [r15+rdi+0xc]
	mov qword ptr [rsp+0x18], rax
	mov qword ptr [rsp], r8
	mov eax, 0x0
	mov r8d, 0x0
	nop word ptr [rax+rax], ax
	nop
L4:
	cmp eax, dword ptr [rsp+0x10]
	jnb L10
	mov rsi, rax
	shl esi, 0x4
	lea esi, ptr [rdx+rsi]
	mov qword ptr [rsp+0x28], rax
	lea eax, ptr [rax+0x1]
	mov qword ptr [rsp+0x30], rax
	mov eax, dword ptr [r15+rsi+0x18]
	cmp dword ptr [r15+rsi+0x14], -0x30000
	jnz L8
	mov rsi, rax
	and esi, 0x2
	test esi, esi
	jz L7
	and eax, 0x8
	test eax, eax
	jnz L16
	mov r11d, dword ptr [rsp+0x28]
	cmp r11d, dword ptr [rsp]
	jb L5
	mov rax, qword ptr [rsp+0x28]
	sub eax, dword ptr [rsp]
	lea eax, ptr [rdi+8*rax]
	mov rax, qword ptr [r15+rax+0x8]
	jmp L6
L5:
	mov rax, qword ptr [rsp+0x28]
	lea eax, ptr [rcx+8*rax]
	mov rax, qword ptr [r15+rax]
L6:
	mov rsi, qword ptr [rsp+0x20]
	lea ecx, ptr [rsi+8*r8]
	mov qword ptr [r15+rcx+0x8], rax
	lea r8d, ptr [r8+0x1]
	mov rax, qword ptr [rsp+0x30]
	mov rcx, qword ptr [rsp+0x8]
	jmp L4
L7:
	mov rsi, qword ptr [rsp+0x20]
	jmp L9
L8:
	mov rsi, qword ptr [rsp+0x20]
L9:
	mov rax, qword ptr [rsp+0x30]
	mov rcx, qword ptr [rsp+0x8]
	jmp L4
L10:
	mov rsi, qword ptr [rsp+0x20]
	mov rax, qword ptr [rsp+0x18]
	movsxd r11, eax
	sub r12, r11
	mov rax, rsi
	add rsp, 0x38
	ret
L11:
	mov qword ptr [rsp+0x18], rax
	mov ecx, 0x0
	mov edi, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L12:
	cmp ecx, dword ptr [rsp+0x10]
	jnb L14
	mov r8, rcx
	shl r8d, 0x4
	lea r8d, ptr [rdx+r8]
	lea ecx, ptr [rcx+0x1]
	mov qword ptr [rsp], rcx
	mov rax, qword ptr [r15+r8+0x10]
	mov r8d, dword ptr [r15+r8+0x18]
	mov r11, rax
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L13
	mov rcx, r8
	and ecx, 0x2
	test ecx, ecx
	jz L13
	and r8d, 0x8
	test r8d, r8d
	jnz L16
	lea ecx, ptr [rsi+8*rdi]
	mov qword ptr [r15+rcx+0x8], rax
	lea edi, ptr [rdi+0x1]
	mov rcx, qword ptr [rsp]
	jmp L12
L13:
	mov rcx, qword ptr [rsp]
	jmp L12
L14:
	mov rax, qword ptr [rsp+0x18]
	movsxd r11, eax
	sub r12, r11
	mov rax, rsi
	add rsp, 0x38
	ret
L15:
	mov rax, rdi
	add rsp, 0x38
	ret
L16:
	mov eax, 0x0
	add rsp, 0x38
	ret
L17:
	mov eax, 0x0
	add rsp, 0x38
	ret
