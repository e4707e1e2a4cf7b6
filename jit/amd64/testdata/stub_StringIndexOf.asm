func StringIndexOf
b0:
	v11:rdi, v12:rsi, v13:rdx = params
	v14 = mov.movzxb.3 v11 +4
	br.cmp.3 cond=6 v14:any #0x3 ->b5 ->b6
b6: <-b0
	br.cmp.3 cond=5 v14:any #0x5 ->b37 ->b7
b7: <-b6
	v21 = mov.mov.3 v11 +16
	v22 = mov.movzxb.3 v21 +4
	v23 = lea.lea.3 v22 -2
	v24 = mov.mov.3 v11 +20
	v25:same1 = shl.3 v24 v23:rcx
	v26 = lea.lea.3 v25 +16
	v27 = lea.lea.3 v21 v26
	jump ->b4(v27, v23)
b37: <-b6
	jump ->b3
b5: <-b0
	v19 = lea.lea.3 v11 +16
	v20 = lea.lea.3 v14 -2
	jump ->b4(v19, v20)
b4(v1, v2): <-b5 <-b7
	v18 = mov.movzxb.3 v12 +4
	br.cmp.3 cond=6 v18:any #0x3 ->b9 ->b10
b10: <-b4
	br.cmp.3 cond=5 v18:any #0x5 ->b38 ->b11
b11: <-b10
	v33 = mov.mov.3 v12 +16
	v34 = mov.movzxb.3 v33 +4
	v35 = lea.lea.3 v34 -2
	v36 = mov.mov.3 v12 +20
	v37:same1 = shl.3 v36 v35:rcx
	v38 = lea.lea.3 v37 +16
	v39 = lea.lea.3 v33 v38
	jump ->b8(v39, v35)
b38: <-b10
	jump ->b3
b9: <-b4
	v31 = lea.lea.3 v12 +16
	v32 = lea.lea.3 v18 -2
	jump ->b8(v31, v32)
b8(v3, v4): <-b9 <-b11
	v28 = mov.mov.3 v12 +8
	v29 = mov.mov.3 v11 +8
	v30:same1 = sub.3 v29 v13:any
	br.cmp.3 cond=7 v28:any v30:any ->b1 ->b12
b12: <-b8
	br.test.3 cond=4 v28:any v28:any ->b2 ->b13
b13: <-b12
	br.cmp.3 cond=3 v30:any #0x100 ->b39 ->b14
b14: <-b13
	br.cmp.3 cond=3 v28:any #0x20 ->b40 ->b15
b15: <-b14
	br.test.3 cond=4 v4:any v4:any ->b17 ->b18
b18: <-b15
	v45 = mov.movzxw.3 v3
	jump ->b16(v45)
b17: <-b15
	v44 = mov.movzxb.3 v3
	jump ->b16(v44)
b16(v5): <-b17 <-b18
	v40:same1 = shl.3 v13 v2:rcx
	v41 = lea.lea.3 v1 v40
	v42:same1 = sub.3 v30 v28:any
	v43 = const #0x0
	jump ->b19(v43)
b19(v6): <-b16 <-b22 depth=1
	br.cmp.3 cond=6 v6:any v42:any ->b20 ->b21
b20: <-b19 depth=1
	br.test.3 cond=4 v2:any v2:any ->b24 ->b25
b25: <-b20 depth=1
	v52 = lea.lea.3 v41 v6 *1
	v51 = mov.movzxw.3 v52
	jump ->b23(v51)
b24: <-b20 depth=1
	v50 = lea.lea.3 v41 v6
	v49 = mov.movzxb.3 v50
	jump ->b23(v49)
b23(v7): <-b24 <-b25 depth=1
	br.cmp.3 cond=5 v7:any v5:any ->b41 ->b26
b26: <-b23 depth=1
	v53 = const #0x1
	jump ->b27(v53)
b27(v8): <-b26 <-b36 depth=2
	br.cmp.3 cond=2 v8:any v28:any ->b28 ->b29
b28: <-b27 depth=2
	v54 = lea.lea.3 v6 v8
	br.test.3 cond=4 v2:any v2:any ->b31 ->b32
b32: <-b28 depth=2
	v62 = lea.lea.3 v41 v54 *1
	v61 = mov.movzxw.3 v62
	jump ->b30(v61)
b31: <-b28 depth=2
	v60 = lea.lea.3 v41 v54
	v59 = mov.movzxb.3 v60
	jump ->b30(v59)
b30(v9): <-b31 <-b32 depth=2
	br.test.3 cond=4 v4:any v4:any ->b34 ->b35
b35: <-b30 depth=2
	v66 = lea.lea.3 v3 v8 *1
	v65 = mov.movzxw.3 v66
	jump ->b33(v65)
b34: <-b30 depth=2
	v64 = lea.lea.3 v3 v8
	v63 = mov.movzxb.3 v64
	jump ->b33(v63)
b33(v10): <-b34 <-b35 depth=2
	br.cmp.3 cond=5 v9:any v10:any ->b42 ->b36
b36: <-b33 depth=2
	v67 = lea.lea.3 v8 +1
	jump ->b27(v67)
b42: <-b33 depth=1
	jump ->b22
b41: <-b23 depth=1
	jump ->b22
b22: <-b41 <-b42 depth=1
	v48 = lea.lea.3 v6 +1
	jump ->b19(v48)
b29: <-b27
	v55 = lea.lea.3 v6 v28
	v56:same1 = shr.3 v55 *128 #0x4
	chargeint v56
	v57 = lea.lea.3 v13 v6
	v58 = lea.lea.3 v57 +1
	ret v58:rax
b21: <-b19
	v46:same1 = shr.3 v30 *128 #0x4
	chargeint v46
	v47 = const #0x0
	ret v47:rax
b40: <-b14
	jump ->b3
b39: <-b13
	jump ->b3
b3: <-b37 <-b38 <-b39 <-b40
	v17 = const #0xffffffff
	ret v17:rax
b2: <-b12
	v16 = lea.lea.3 v13 +1
	ret v16:rax
b1: <-b8
	v15 = const #0x0
	ret v15:rax

	sub rsp, 0x38
; 0:0
	mov qword ptr [rsp], rdx
	movzx eax, byte ptr [r15+rdi+0x4]
	cmp eax, 0x3
	jbe L1
	cmp eax, 0x5
	jnz L18
	mov eax, dword ptr [r15+rdi+0x10]
	movzx ecx, byte ptr [r15+rax+0x4]
	lea r8d, ptr [rcx-0x2]
	mov ecx, dword ptr [r15+rdi+0x14]
	mov rdx, rcx
	mov rcx, r8
	shl edx, cl
	lea ecx, ptr [rdx+0x10]
	lea eax, ptr [rax+rcx]
	jmp L2
L1:
	lea ecx, ptr [rdi+0x10]
	lea r8d, ptr [rax-0x2]
	mov rax, rcx
L2:
	mov qword ptr [rsp+0x8], rax
	movzx ecx, byte ptr [r15+rsi+0x4]
	cmp ecx, 0x3
	jbe L3
	cmp ecx, 0x5
	jnz L18
	mov edx, dword ptr [r15+rsi+0x10]
	movzx ecx, byte ptr [r15+rdx+0x4]
	lea ecx, ptr [rcx-0x2]
	mov eax, dword ptr [r15+rsi+0x14]
	mov qword ptr [rsp+0x18], rcx
	mov rcx, qword ptr [rsp+0x18]
	shl eax, cl
	lea eax, ptr [rax+0x10]
	lea eax, ptr [rdx+rax]
	mov rdx, qword ptr [rsp+0x18]
	jmp L4
L3:
	lea eax, ptr [rsi+0x10]
	lea ecx, ptr [rcx-0x2]
	mov rdx, rcx
L4:
	mov esi, dword ptr [r15+rsi+0x8]
	mov ecx, dword ptr [r15+rdi+0x8]
	mov rdi, rcx
	sub edi, dword ptr [rsp]
	cmp esi, edi
	jnbe L20
	test esi, esi
	jz L19
	cmp edi, 0x100
	jnb L18
	cmp esi, 0x20
	jnb L18
	test edx, edx
	jz L5
	movzx ecx, word ptr [r15+rax]
	mov qword ptr [rsp+0x28], rcx
	jmp L6
L5:
	movzx ecx, byte ptr [r15+rax]
	mov qword ptr [rsp+0x28], rcx
L6:
	mov qword ptr [rsp+0x18], rdx
	mov rdx, qword ptr [rsp]
	mov rcx, r8
	shl edx, cl
	mov rcx, qword ptr [rsp+0x8]
	lea ecx, ptr [rcx+rdx]
	mov rdx, rdi
	sub edx, esi
	mov qword ptr [rsp+0x8], rdx
	mov qword ptr [rsp+0x20], rdi
	mov qword ptr [rsp+0x10], r8
	mov edx, 0x0
	nop dword ptr [rax+rax], eax
L7:
	cmp edx, dword ptr [rsp+0x8]
	jnbe L17
	cmp dword ptr [rsp+0x10], 0x0
	jz L8
	lea edi, ptr [rcx+2*rdx]
	movzx edi, word ptr [r15+rdi]
	jmp L9
L8:
	lea edi, ptr [rcx+rdx]
	movzx edi, byte ptr [r15+rdi]
L9:
	cmp edi, dword ptr [rsp+0x28]
	jnz L15
	mov edi, 0x1
	nop dword ptr [rax], eax
L10:
	cmp edi, esi
	jnb L16
	lea r8d, ptr [rdx+rdi]
	cmp dword ptr [rsp+0x10], 0x0
	jz L11
	lea r8d, ptr [rcx+2*r8]
	movzx r8d, word ptr [r15+r8]
	jmp L12
L11:
	lea r8d, ptr [rcx+r8]
	movzx r8d, byte ptr [r15+r8]
L12:
	mov qword ptr [rsp+0x30], r8
	cmp dword ptr [rsp+0x18], 0x0
	jz L13
	lea r8d, ptr [rax+2*rdi]
	movzx r8d, word ptr [r15+r8]
	jmp L14
L13:
	lea r8d, ptr [rax+rdi]
	movzx r8d, byte ptr [r15+r8]
L14:
	cmp dword ptr [rsp+0x30], r8d
	jnz L15
	lea edi, ptr [rdi+0x1]
	jmp L10
L15:
	lea edx, ptr [rdx+0x1]
	jmp L7
L16:
	lea eax, ptr [rdx+rsi]
	shr eax, 0x4
	movsxd r11, eax
	sub r12, r11
	mov rax, qword ptr [rsp]
	lea eax, ptr [rax+rdx]
	lea eax, ptr [rax+0x1]
	add rsp, 0x38
	ret
L17:
	mov rax, qword ptr [rsp+0x20]
	shr eax, 0x4
	movsxd r11, eax
	sub r12, r11
	mov eax, 0x0
	add rsp, 0x38
	ret
L18:
	mov eax, -0x1
	add rsp, 0x38
	ret
L19:
	mov rax, qword ptr [rsp]
	lea eax, ptr [rax+0x1]
	add rsp, 0x38
	ret
L20:
	mov eax, 0x0
	add rsp, 0x38
	ret
