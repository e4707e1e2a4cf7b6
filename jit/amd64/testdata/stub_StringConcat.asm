func StringConcat
b0:
	v13:rdi, v14:rsi = params
	v15 = mov.mov.3 v13 +8
	v16 = mov.mov.3 v14 +8
	br.test.3 cond=4 v16:any v16:any ->b1 ->b4
b4: <-b0
	br.test.3 cond=4 v15:any v15:any ->b2 ->b5
b5: <-b4
	v18 = lea.lea.3 v15 v16
	v19 = mov.movzxb.3 v13 +5
	v20 = mov.movzxb.3 v14 +5
	v21:same1 = and.3 v19 v20:any
	v22:same1 = and.3 v21 #0x2
	br.cmp.3 cond=2 v18:any #0x18 ->b6 ->b7
b7: <-b5
	br.cmp.3 cond=7 v18:any #0xffffff0 ->b50 ->b8
b8: <-b7
	v24 = alloc +24 #0x400000018 exit1:deopt/memory@0
	store.mov.1 v24 v22 +5
	store.mov.3 v24 v18 +8
	store.mov.3 v24 +12
	store.mov.3 v24 v13 +16
	store.mov.3 v24 v14 +20
	ret v24:rax
b50: <-b7
	jump ->b3
b6: <-b5
	v23 = mov.movzxb.3 v13 +4
	br.cmp.3 cond=6 v23:any #0x3 ->b10 ->b11
b11: <-b6
	br.cmp.3 cond=5 v23:any #0x5 ->b51 ->b12
b12: <-b11
	v28 = mov.mov.3 v13 +16
	v29 = mov.movzxb.3 v28 +4
	v30 = lea.lea.3 v29 -2
	v31 = mov.mov.3 v13 +20
	v32:same1 = shl.3 v31 v30:rcx
	v33 = lea.lea.3 v32 +16
	v34 = lea.lea.3 v28 v33
	jump ->b9(v34, v30)
b51: <-b11
	jump ->b3
b10: <-b6
	v26 = lea.lea.3 v13 +16
	v27 = lea.lea.3 v23 -2
	jump ->b9(v26, v27)
b9(v1, v2): <-b10 <-b12
	v25 = mov.movzxb.3 v14 +4
	br.cmp.3 cond=6 v25:any #0x3 ->b14 ->b15
b15: <-b9
	br.cmp.3 cond=5 v25:any #0x5 ->b52 ->b16
b16: <-b15
	v37 = mov.mov.3 v14 +16
	v38 = mov.movzxb.3 v37 +4
	v39 = lea.lea.3 v38 -2
	v40 = mov.mov.3 v14 +20
	v41:same1 = shl.3 v40 v39:rcx
	v42 = lea.lea.3 v41 +16
	v43 = lea.lea.3 v37 v42
	jump ->b13(v43, v39)
b52: <-b15
	jump ->b3
b14: <-b9
	v35 = lea.lea.3 v14 +16
	v36 = lea.lea.3 v25 -2
	jump ->b13(v35, v36)
b13(v3, v4): <-b14 <-b16
	br.test.3 cond=4 v22:any v22:any ->b17 ->b18
b18: <-b13
	v54:same1 = or.3 v2 v4:any
	br.test.3 cond=5 v54:any v54:any ->b53 ->b19
b19: <-b18
	v55 = lea.lea.3 v18 +23
	v56:same1 = and.3 v55 #0xfffffffffffffff8
	v57:early = allocsize v56:late #0x202 exit3:deopt/memory@0
	store.mov.3 v57 v18 +8
	store.mov.3 v57 +12
	v58 = lea.lea.3 v57 v56
	v59 = lea.lea.3 v58 -8
	store.mov.3 v59
	store.mov.3 v59 +4
	v60 = const #0x10
	v61 = lea.lea.3 v60
	v62 = lea.lea.3 v57 v61
	v63 = const #0x0
	jump ->b22(v63)
b22(v6): <-b19 <-b23 depth=1
	v67 = lea.lea.3 v6 +8
	br.cmp.3 cond=6 v67:any v15:any ->b23 ->b24
b23: <-b22 depth=1
	v68 = lea.lea.3 v1 v6
	v69 = lea.lea.3 v62 v6
	v70 = mov.mov.4 v68
	store.mov.4 v69 v70
	jump ->b22(v67)
b24: <-b22
	jump ->b20(v6)
b20(v5): <-b24 <-b25 depth=1
	br.cmp.3 cond=2 v5:any v15:any ->b25 ->b21
b25: <-b20 depth=1
	v72 = lea.lea.3 v1 v5
	v71 = mov.movzxb.3 v72
	v73 = lea.lea.3 v62 v5
	store.mov.1 v73 v71
	v74 = lea.lea.3 v5 +1
	jump ->b20(v74)
b21: <-b20
	v64 = lea.lea.3 v15 +16
	v65 = lea.lea.3 v57 v64
	v66 = const #0x0
	jump ->b28(v66)
b28(v8): <-b21 <-b29 depth=1
	v76 = lea.lea.3 v8 +8
	br.cmp.3 cond=6 v76:any v16:any ->b29 ->b30
b29: <-b28 depth=1
	v77 = lea.lea.3 v3 v8
	v78 = lea.lea.3 v65 v8
	v79 = mov.mov.4 v77
	store.mov.4 v78 v79
	jump ->b28(v76)
b30: <-b28
	jump ->b26(v8)
b26(v7): <-b30 <-b31 depth=1
	br.cmp.3 cond=2 v7:any v16:any ->b31 ->b27
b31: <-b26 depth=1
	v81 = lea.lea.3 v3 v7
	v80 = mov.movzxb.3 v81
	v82 = lea.lea.3 v65 v7
	store.mov.1 v82 v80
	v83 = lea.lea.3 v7 +1
	jump ->b26(v83)
b27: <-b26
	v75:same1 = shr.3 v18 *128 #0x4
	chargeint v75
	ret v57:rax
b53: <-b18
	jump ->b3
b3: <-b50 <-b51 <-b52 <-b53
	v17 = const #0x0
	ret v17:rax
b17: <-b13
	v44:same1 = shl.3 v18 *128 #0x1
	v45 = lea.lea.3 v44 +23
	v46:same1 = and.3 v45 #0xfffffffffffffff8
	v47:early = allocsize v46:late #0x3 exit2:deopt/memory@0
	store.mov.3 v47 v18 +8
	store.mov.3 v47 +12
	v48 = lea.lea.3 v47 v46
	v49 = lea.lea.3 v48 -8
	store.mov.3 v49
	store.mov.3 v49 +4
	v50 = const #0x0
	v51:same1 = shl.3 v50 *128 #0x1
	v52 = lea.lea.3 v51 +16
	v53 = lea.lea.3 v47 v52
	br.test.3 cond=4 v2:any v2:any ->b32 ->b34
b34: <-b17
	v88 = const #0x0
	jump ->b35(v88)
b35(v9): <-b34 <-b37 depth=1
	br.cmp.3 cond=2 v9:any v15:any ->b37 ->b36
b37: <-b35 depth=1
	v90 = lea.lea.3 v1 v9 *1
	v89 = mov.movzxw.3 v90
	v91 = lea.lea.3 v53 v9 *1
	store.mov.2 v91 v89
	v92 = lea.lea.3 v9 +1
	jump ->b35(v92)
b36: <-b35
	jump ->b33
b32: <-b17
	v84 = const #0x0
	jump ->b38(v84)
b38(v10): <-b32 <-b40 depth=1
	br.cmp.3 cond=2 v10:any v15:any ->b40 ->b39
b40: <-b38 depth=1
	v94 = lea.lea.3 v1 v10
	v93 = mov.movzxb.3 v94
	v95 = lea.lea.3 v53 v10 *1
	store.mov.2 v95 v93
	v96 = lea.lea.3 v10 +1
	jump ->b38(v96)
b39: <-b38
	jump ->b33
b33: <-b36 <-b39
	v85:same1 = shl.3 v15 *128 #0x1
	v86 = lea.lea.3 v85 +16
	v87 = lea.lea.3 v47 v86
	br.test.3 cond=4 v4:any v4:any ->b41 ->b43
b43: <-b33
	v99 = const #0x0
	jump ->b44(v99)
b44(v11): <-b43 <-b46 depth=1
	br.cmp.3 cond=2 v11:any v16:any ->b46 ->b45
b46: <-b44 depth=1
	v101 = lea.lea.3 v3 v11 *1
	v100 = mov.movzxw.3 v101
	v102 = lea.lea.3 v87 v11 *1
	store.mov.2 v102 v100
	v103 = lea.lea.3 v11 +1
	jump ->b44(v103)
b45: <-b44
	jump ->b42
b41: <-b33
	v97 = const #0x0
	jump ->b47(v97)
b47(v12): <-b41 <-b49 depth=1
	br.cmp.3 cond=2 v12:any v16:any ->b49 ->b48
b49: <-b47 depth=1
	v105 = lea.lea.3 v3 v12
	v104 = mov.movzxb.3 v105
	v106 = lea.lea.3 v87 v12 *1
	store.mov.2 v106 v104
	v107 = lea.lea.3 v12 +1
	jump ->b47(v107)
b48: <-b47
	jump ->b42
b42: <-b45 <-b48
	v98:same1 = shr.3 v18 *128 #0x4
	chargeint v98
	ret v47:rax
b2: <-b4
	ret v14:rax
b1: <-b0
	ret v13:rax

	sub rsp, 0x38
; 0:0
	mov eax, dword ptr [r15+rdi+0x8]
	mov qword ptr [rsp], rax
	mov ecx, dword ptr [r15+rsi+0x8]
	mov qword ptr [rsp+0x8], rcx
	test ecx, ecx
	jz L23
	test eax, eax
	jz L22
	lea edx, ptr [rax+rcx]
	mov qword ptr [rsp+0x10], rdx
	movzx r8d, byte ptr [r15+rdi+0x5]
	movzx eax, byte ptr [r15+rsi+0x5]
	and r8d, eax
	and r8d, 0x2
	cmp edx, 0x18
	jb L1
	mov r11d, -0x99dd2c5
	xor r11d, -0x6622d35
	cmp edx, r11d
	jnbe L12
	mov eax, dword ptr [r13+0x48]
	lea r11d, ptr [rax+0x18]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L24
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rax], 0x18
	mov dword ptr [r15+rax+0x4], 0x4
	mov byte ptr [r15+rax+0x5], r8b
	mov dword ptr [r15+rax+0x8], edx
	mov dword ptr [r15+rax+0xc], 0x0
	mov dword ptr [r15+rax+0x10], edi
	mov dword ptr [r15+rax+0x14], esi
	add rsp, 0x38
	ret
L1:
	mov rax, rcx
	movzx ecx, byte ptr [r15+rdi+0x4]
	cmp ecx, 0x3
	jbe L2
	cmp ecx, 0x5
	jnz L12
	mov ecx, dword ptr [r15+rdi+0x10]
	movzx eax, byte ptr [r15+rcx+0x4]
	lea eax, ptr [rax-0x2]
	mov edi, dword ptr [r15+rdi+0x14]
	mov qword ptr [rsp+0x18], rax
	mov rax, rcx
	mov rcx, qword ptr [rsp+0x18]
	shl edi, cl
	lea ecx, ptr [rdi+0x10]
	lea eax, ptr [rax+rcx]
	mov rdi, qword ptr [rsp+0x18]
	jmp L3
L2:
	lea eax, ptr [rdi+0x10]
	lea ecx, ptr [rcx-0x2]
	mov rdi, rcx
L3:
	mov qword ptr [rsp+0x18], rax
	movzx ecx, byte ptr [r15+rsi+0x4]
	cmp ecx, 0x3
	jbe L4
	cmp ecx, 0x5
	jnz L12
	mov ecx, dword ptr [r15+rsi+0x10]
	movzx eax, byte ptr [r15+rcx+0x4]
	lea eax, ptr [rax-0x2]
	mov esi, dword ptr [r15+rsi+0x14]
	mov qword ptr [rsp+0x20], rax
	mov rax, rcx
	mov rcx, qword ptr [rsp+0x20]
	shl esi, cl
	lea ecx, ptr [rsi+0x10]
	lea eax, ptr [rax+rcx]
	mov rcx, qword ptr [rsp+0x20]
	jmp L5
L4:
	lea eax, ptr [rsi+0x10]
	lea ecx, ptr [rcx-0x2]
L5:
	mov qword ptr [rsp+0x28], rax
	test r8d, r8d
	jz L13
	or edi, ecx
	test edi, edi
	jnz L12
	lea ecx, ptr [rdx+0x17]
	and ecx, -0x8
	mov esi, dword ptr [r13+0x48]
	lea r11, ptr [rsi+rcx]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L24
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rsi], ecx
	mov dword ptr [r15+rsi+0x4], 0x202
	mov dword ptr [r15+rsi+0x8], edx
	mov dword ptr [r15+rsi+0xc], 0x0
	lea ecx, ptr [rsi+rcx]
	lea ecx, ptr [rcx-0x8]
	mov dword ptr [r15+rcx], 0x0
	mov dword ptr [r15+rcx+0x4], 0x0
	mov ecx, 0x10
	lea ecx, ptr [rcx]
	lea ecx, ptr [rsi+rcx]
	mov r8, qword ptr [rsp+0x18]
	mov edi, 0x0
	nop
L6:
	lea edx, ptr [rdi+0x8]
	cmp edx, dword ptr [rsp]
	jnbe L7
	mov qword ptr [rsp+0x30], rdx
	lea edx, ptr [r8+rdi]
	lea edi, ptr [rcx+rdi]
	mov rdx, qword ptr [r15+rdx]
	mov qword ptr [r15+rdi], rdx
	mov rdi, qword ptr [rsp+0x30]
	jmp L6
L7:
	cmp edi, dword ptr [rsp]
	jnb L8
	lea edx, ptr [r8+rdi]
	movzx edx, byte ptr [r15+rdx]
	lea eax, ptr [rcx+rdi]
	mov byte ptr [r15+rax], dl
	lea edi, ptr [rdi+0x1]
	jmp L7
L8:
	mov rax, qword ptr [rsp]
	lea eax, ptr [rax+0x10]
	lea eax, ptr [rsi+rax]
	mov rdx, qword ptr [rsp+0x28]
	mov ecx, 0x0
	nop dword ptr [rax], eax
L9:
	lea edi, ptr [rcx+0x8]
	cmp edi, dword ptr [rsp+0x8]
	jnbe L10
	lea r8d, ptr [rdx+rcx]
	lea ecx, ptr [rax+rcx]
	mov r8, qword ptr [r15+r8]
	mov qword ptr [r15+rcx], r8
	mov rcx, rdi
	jmp L9
L10:
	cmp ecx, dword ptr [rsp+0x8]
	jnb L11
	lea edi, ptr [rdx+rcx]
	movzx edi, byte ptr [r15+rdi]
	lea r8d, ptr [rax+rcx]
	mov byte ptr [r15+r8], dil
	lea ecx, ptr [rcx+0x1]
	jmp L10
L11:
	mov rax, qword ptr [rsp+0x10]
	shr eax, 0x4
	movsxd r11, eax
	sub r12, r11
	mov rax, rsi
	add rsp, 0x38
	ret
L12:
	mov eax, 0x0
	add rsp, 0x38
	ret
L13:
	mov rdx, rax
	mov rax, qword ptr [rsp]
	mov r8, qword ptr [rsp+0x18]
	mov rsi, qword ptr [rsp+0x10]
	shl esi, 0x1
	lea esi, ptr [rsi+0x17]
	and esi, -0x8
	mov eax, dword ptr [r13+0x48]
	lea r11, ptr [rax+rsi]
	cmp r11d, dword ptr [r13+0x4c]
	jnbe L24
	mov dword ptr [r13+0x48], r11d
	mov dword ptr [r15+rax], esi
	mov dword ptr [r15+rax+0x4], 0x3
	mov qword ptr [rsp+0x20], rcx
	mov rcx, qword ptr [rsp+0x10]
	mov dword ptr [r15+rax+0x8], ecx
	mov dword ptr [r15+rax+0xc], 0x0
	lea esi, ptr [rax+rsi]
	lea esi, ptr [rsi-0x8]
	mov dword ptr [r15+rsi], 0x0
	mov dword ptr [r15+rsi+0x4], 0x0
	mov esi, 0x0
	shl esi, 0x1
	lea esi, ptr [rsi+0x10]
	lea esi, ptr [rax+rsi]
	test edi, edi
	jz L15
	mov edi, 0x0
	nop word ptr [rax+rax], ax
L14:
	cmp edi, dword ptr [rsp]
	jnb L17
	lea ecx, ptr [r8+2*rdi]
	movzx ecx, word ptr [r15+rcx]
	lea edx, ptr [rsi+2*rdi]
	mov word ptr [r15+rdx], cx
	lea edi, ptr [rdi+0x1]
	jmp L14
L15:
	mov ecx, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L16:
	cmp ecx, dword ptr [rsp]
	jnb L17
	lea edx, ptr [r8+rcx]
	movzx edx, byte ptr [r15+rdx]
	lea edi, ptr [rsi+2*rcx]
	mov word ptr [r15+rdi], dx
	lea ecx, ptr [rcx+0x1]
	jmp L16
L17:
	mov rcx, qword ptr [rsp]
	shl ecx, 0x1
	lea ecx, ptr [rcx+0x10]
	lea ecx, ptr [rax+rcx]
	cmp dword ptr [rsp+0x20], 0x0
	jz L19
	mov rsi, qword ptr [rsp+0x28]
	mov edx, 0x0
	nop word ptr [rax+rax], ax
	nop word ptr [rax+rax], ax
L18:
	cmp edx, dword ptr [rsp+0x8]
	jnb L21
	lea edi, ptr [rsi+2*rdx]
	movzx edi, word ptr [r15+rdi]
	lea r8d, ptr [rcx+2*rdx]
	mov word ptr [r15+r8], di
	lea edx, ptr [rdx+0x1]
	jmp L18
L19:
	mov rsi, qword ptr [rsp+0x28]
	mov edx, 0x0
	nop word ptr [rax+rax], ax
L20:
	cmp edx, dword ptr [rsp+0x8]
	jnb L21
	lea edi, ptr [rsi+rdx]
	movzx edi, byte ptr [r15+rdi]
	lea r8d, ptr [rcx+2*rdx]
	mov word ptr [r15+r8], di
	lea edx, ptr [rdx+0x1]
	jmp L20
L21:
	mov rcx, qword ptr [rsp+0x10]
	shr ecx, 0x4
	movsxd r11, ecx
	sub r12, r11
	add rsp, 0x38
	ret
L22:
	mov rax, rsi
	add rsp, 0x38
	ret
L23:
	mov rax, rdi
	add rsp, 0x38
	ret
L24:
	mov eax, 0x0
	add rsp, 0x38
	ret
