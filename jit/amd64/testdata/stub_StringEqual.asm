func StringEqual
b0:
	v10:rdi, v11:rsi = params
	br.cmp.3 cond=4 v10:any v11:any ->b39 ->b4
b4: <-b0
	v15 = mov.mov.3 v10 +8
	br.cmp.3 cond=5 v15:any v11 +8 ->b40 ->b5
b5: <-b4
	v16 = mov.movzxb.3 v10 +5
	v17 = mov.movzxb.3 v11 +5
	v18:same1 = and.3 v16 v17:any
	br.test.3 cond=5 v18:any #0x1 ->b41 ->b6
b6: <-b5
	br.cmp.3 cond=3 v15:any #0x1000 ->b42 ->b7
b7: <-b6
	v19 = mov.mov.3 v10 +12
	v20 = mov.mov.3 v11 +12
	br.cmp.3 cond=4 v19:any v20:any ->b43 ->b11
b11: <-b7
	br.test.3 cond=4 v19:any v19:any ->b44 ->b12
b12: <-b11
	br.test.3 cond=5 v20:any v20:any ->b45 ->b13
b13: <-b12
	jump ->b10
b45: <-b12
	jump ->b9
b44: <-b11
	jump ->b10
b43: <-b7
	jump ->b10
b10: <-b43 <-b44 <-b13
	v23 = mov.movzxb.3 v10 +4
	br.cmp.3 cond=6 v23:any #0x3 ->b15 ->b16
b16: <-b10
	br.cmp.3 cond=5 v23:any #0x5 ->b46 ->b17
b17: <-b16
	v27 = mov.mov.3 v10 +16
	v28 = mov.movzxb.3 v27 +4
	v29 = lea.lea.3 v28 -2
	v30 = mov.mov.3 v10 +20
	v31:same1 = shl.3 v30 v29:rcx
	v32 = lea.lea.3 v31 +16
	v33 = lea.lea.3 v27 v32
	jump ->b14(v33, v29)
b46: <-b16
	jump ->b3
b15: <-b10
	v25 = lea.lea.3 v10 +16
	v26 = lea.lea.3 v23 -2
	jump ->b14(v25, v26)
b14(v1, v2): <-b15 <-b17
	v24 = mov.movzxb.3 v11 +4
	br.cmp.3 cond=6 v24:any #0x3 ->b19 ->b20
b20: <-b14
	br.cmp.3 cond=5 v24:any #0x5 ->b47 ->b21
b21: <-b20
	v36 = mov.mov.3 v11 +16
	v37 = mov.movzxb.3 v36 +4
	v38 = lea.lea.3 v37 -2
	v39 = mov.mov.3 v11 +20
	v40:same1 = shl.3 v39 v38:rcx
	v41 = lea.lea.3 v40 +16
	v42 = lea.lea.3 v36 v41
	jump ->b18(v42, v38)
b47: <-b20
	jump ->b3
b19: <-b14
	v34 = lea.lea.3 v11 +16
	v35 = lea.lea.3 v24 -2
	jump ->b18(v34, v35)
b18(v3, v4): <-b19 <-b21
	br.cmp.3 cond=5 v2:any v4:any ->b22 ->b23
b23: <-b18
	v43:same1 = shl.3 v15 v2:rcx
	v44 = const #0x0
	jump ->b26(v44)
b26(v6): <-b23 <-b29 depth=1
	v45 = lea.lea.3 v6 +8
	br.cmp.3 cond=6 v45:any v43:any ->b27 ->b28
b27: <-b26 depth=1
	v46 = lea.lea.3 v1 v6
	v47 = lea.lea.3 v3 v6
	v48 = mov.mov.4 v46
	br.cmp.4 cond=5 v48:any v47 ->b48 ->b29
b29: <-b27 depth=1
	jump ->b26(v45)
b48: <-b27
	jump ->b9
b28: <-b26
	jump ->b24(v6)
b24(v5): <-b28 <-b31 depth=1
	br.cmp.3 cond=2 v5:any v43:any ->b30 ->b25
b30: <-b24 depth=1
	v50 = lea.lea.3 v1 v5
	v49 = mov.movzxb.3 v50
	v52 = lea.lea.3 v3 v5
	v51 = mov.movzxb.3 v52
	br.cmp.3 cond=5 v49:any v51:any ->b49 ->b31
b31: <-b30 depth=1
	v53 = lea.lea.3 v5 +1
	jump ->b24(v53)
b49: <-b30
	jump ->b9
b25: <-b24
	jump ->b8
b22: <-b18
	br.test.3 cond=5 v2:any v2:any ->b33 ->b34
b34: <-b22
	jump ->b32(v1, v3)
b33: <-b22
	jump ->b32(v3, v1)
b32(v7, v8): <-b33 <-b34
	v54 = const #0x0
	jump ->b35(v54)
b35(v9): <-b32 <-b38 depth=1
	br.cmp.3 cond=2 v9:any v15:any ->b37 ->b36
b37: <-b35 depth=1
	v56 = lea.lea.3 v7 v9
	v55 = mov.movzxb.3 v56
	v58 = lea.lea.3 v8 v9 *1
	v57 = mov.movzxw.3 v58
	br.cmp.3 cond=5 v55:any v57:any ->b50 ->b38
b38: <-b37 depth=1
	v59 = lea.lea.3 v9 +1
	jump ->b35(v59)
b50: <-b37
	jump ->b9
b9: <-b45 <-b48 <-b49 <-b50
	v22:same1 = shr.3 v15 *128 #0x6
	chargeint v22
	jump ->b2
b36: <-b35
	jump ->b8
b8: <-b25 <-b36
	v21:same1 = shr.3 v15 *128 #0x6
	chargeint v21
	jump ->b1
b42: <-b6
	jump ->b3
b3: <-b42 <-b46 <-b47
	v14 = const #0xffffffff
	ret v14:rax
b41: <-b5
	jump ->b2
b40: <-b4
	jump ->b2
b2: <-b40 <-b41 <-b9
	v13 = const #0x0
	ret v13:rax
b39: <-b0
	jump ->b1
b1: <-b39 <-b8
	v12 = const #0x1
	ret v12:rax

	sub rsp, 0x10
; 0:0
	cmp edi, esi
	jz L15
	mov eax, dword ptr [r15+rdi+0x8]
	mov qword ptr [rsp], rax
	cmp eax, dword ptr [r15+rsi+0x8]
	jnz L14
	movzx ecx, byte ptr [r15+rdi+0x5]
	movzx edx, byte ptr [r15+rsi+0x5]
	and ecx, edx
	test ecx, 0x1
	jnz L14
	cmp eax, 0x1000
	jnb L13
	mov ecx, dword ptr [r15+rdi+0xc]
	mov edx, dword ptr [r15+rsi+0xc]
	cmp ecx, edx
	jz L1
	test ecx, ecx
	jz L1
	test edx, edx
	jnz L11
L1:
	movzx ecx, byte ptr [r15+rdi+0x4]
	cmp ecx, 0x3
	jbe L2
	cmp ecx, 0x5
	jnz L13
	mov edx, dword ptr [r15+rdi+0x10]
	movzx ecx, byte ptr [r15+rdx+0x4]
	lea r8d, ptr [rcx-0x2]
	mov ecx, dword ptr [r15+rdi+0x14]
	mov rdi, rcx
	mov rcx, r8
	shl edi, cl
	lea ecx, ptr [rdi+0x10]
	lea ecx, ptr [rdx+rcx]
	mov rdx, rcx
	jmp L3
L2:
	lea edx, ptr [rdi+0x10]
	lea r8d, ptr [rcx-0x2]
L3:
	movzx ecx, byte ptr [r15+rsi+0x4]
	cmp ecx, 0x3
	jbe L4
	cmp ecx, 0x5
	jnz L13
	mov edi, dword ptr [r15+rsi+0x10]
	movzx ecx, byte ptr [r15+rdi+0x4]
	lea ecx, ptr [rcx-0x2]
	mov esi, dword ptr [r15+rsi+0x14]
	mov qword ptr [rsp+0x8], rcx
	mov rcx, qword ptr [rsp+0x8]
	shl esi, cl
	lea ecx, ptr [rsi+0x10]
	lea ecx, ptr [rdi+rcx]
	mov rsi, rcx
	mov rcx, qword ptr [rsp+0x8]
	jmp L5
L4:
	lea esi, ptr [rsi+0x10]
	lea ecx, ptr [rcx-0x2]
L5:
	cmp r8d, ecx
	jnz L8
	mov rdi, rax
	mov rcx, r8
	shl edi, cl
	mov ecx, 0x0
	nop word ptr [rax+rax], ax
L6:
	lea r8d, ptr [rcx+0x8]
	cmp r8d, edi
	jnbe L7
	lea eax, ptr [rdx+rcx]
	lea ecx, ptr [rsi+rcx]
	mov rax, qword ptr [r15+rax]
	cmp rax, qword ptr [r15+rcx]
	jnz L11
	mov rcx, r8
	jmp L6
L7:
	cmp ecx, edi
	jnb L12
	lea eax, ptr [rdx+rcx]
	movzx eax, byte ptr [r15+rax]
	lea r8d, ptr [rsi+rcx]
	movzx r8d, byte ptr [r15+r8]
	cmp eax, r8d
	jnz L11
	lea ecx, ptr [rcx+0x1]
	jmp L7
L8:
	test r8d, r8d
	jnz L9
	mov r11, rdx
	mov rdx, rsi
	mov rsi, r11
L9:
	mov eax, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L10:
	cmp eax, dword ptr [rsp]
	jnb L12
	lea ecx, ptr [rsi+rax]
	movzx ecx, byte ptr [r15+rcx]
	lea edi, ptr [rdx+2*rax]
	movzx edi, word ptr [r15+rdi]
	cmp ecx, edi
	jnz L11
	lea eax, ptr [rax+0x1]
	jmp L10
L11:
	mov rax, qword ptr [rsp]
	shr eax, 0x6
	movsxd r11, eax
	sub r12, r11
	jmp L14
L12:
	mov rax, qword ptr [rsp]
	shr eax, 0x6
	movsxd r11, eax
	sub r12, r11
	jmp L15
L13:
	mov eax, -0x1
	add rsp, 0x10
	ret
L14:
	mov eax, 0x0
	add rsp, 0x10
	ret
L15:
	mov eax, 0x1
	add rsp, 0x10
	ret
