func TableFind
b0:
	v16:rdi, v17:rsi, v18:rdx = params
	v19 = mov.mov.3 v16:any
	br.cmp.3 cond=2 v19:any v18:any ->b69 ->b4
b4: <-b0
	v21 = mov.mov.3 v16:any
	v22 = mov.mov.3 v21 +8
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffffd0000 ->b8 ->b11
b11: <-b4
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffffe0000 ->b9 ->b12
b12: <-b11
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffff90000 ->b72 ->b13
b13: <-b12
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffffa0000 ->b73 ->b14
b14: <-b13
	jump ->b1
b73: <-b13
	jump ->b7
b72: <-b12
	jump ->b7
b7: <-b72 <-b73
	v24 = mov.mov.3 v17:any
	v25 = mov.imul3.3 v24 #0xffffffff9e3779b1
	v26:same1 = shr.3 v25 *128 #0xf
	v27:same1 = xor.3 v25 v26:any
	jump ->b5(v27)
b9: <-b11
	v29 = mov.mov.3 v17:any
	v30 = mov.movzxw.3 v29 +6
	v31 = mov.imul3.3 v30 #0xffffffff9e3779b1
	jump ->b6(v31)
b8: <-b4
	v28 = mov.mov.3 v17:any
	br.cmp.3 cond=3 v28 +8 #0x1000 ->b71 ->b15
b15: <-b8
	v32 = mov.mov.3 v28 +12
	jump ->b6(v32)
b6(v3): <-b9 <-b15
	br.test.3 cond=4 v3:any v3:any ->b10 ->b16
b16: <-b6
	jump ->b5(v3)
b10: <-b6
	br.test.3 cond=4 v22:any v22:any ->b17 ->b18
b18: <-b10
	jump ->b1
b17: <-b10
	v33 = const #0x0
	jump ->b5(v33)
b5(v2): <-b7 <-b16 <-b17
	v23 = mov.mov.3 v21 +28
	br.test.3 cond=4 v22:any v22:any ->b22 ->b23
b23: <-b5
	v39 = mov.mov.3 v22
	v40 = lea.lea.3 v39 -8
	v41:same1 = shr.3 v40 *128 #0x2
	v42 = lea.lea.3 v41 -1
	v43:same1 = and.3 v2 v42:any
	jump ->b19(v43, v42)
b22: <-b5
	v35 = mov.mov.3 v21 +24
	v36:same1 = imul.3 v23 v35:any
	v37 = mov.mov.3 v21 +16
	v38:same1 = imul.3 v23 v37:any
	jump ->b19(v36, v38)
b19(v4, v5): <-b22 <-b23 <-b63 <-b64 depth=1
	br.test.3 cond=4 v22:any v22:any ->b24 ->b25
b25: <-b19 depth=1
	v45 = lea.lea.3 v22 v4 *2
	v44 = mov.mov.3 v45 +8
	br.test.3 cond=4 v44:any v44:any ->b76 ->b27
b27: <-b25 depth=1
	v47 = lea.lea.3 v44 -1
	v48:same1 = imul.3 v47 v23:any
	v49 = lea.lea.3 v21 v48
	jump ->b20(v49)
b24: <-b19 depth=1
	br.cmp.3 cond=3 v4:any v5:any ->b75 ->b26
b26: <-b24 depth=1
	v46 = lea.lea.3 v21 v4
	jump ->b20(v46)
b20(v6): <-b26 <-b27 depth=1
	v34 = mov.mov.4 v6 +40
	br.cmp.4 cond=4 v34:any v17:any ->b74 ->b31
b31: <-b20 depth=1
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffffd0000 ->b29 ->b79
b79: <-b31 depth=1
	jump ->b21
b29: <-b31 depth=1
	br.cmp.3 cond=4 v34:any *129 #0xfffffffffffd0000 ->b30 ->b77
b77: <-b29 depth=1
	jump ->b21
b30: <-b29 depth=1
	v51 = mov.mov.3 v17:any
	v52 = mov.mov.3 v34:any
	v53 = mov.mov.3 v51 +8
	br.cmp.3 cond=5 v53:any v52 +8 ->b78 ->b32
b32: <-b30 depth=1
	v54 = mov.movzxb.3 v51 +5
	v55 = mov.movzxb.3 v52 +5
	v56:same1 = and.3 v54 v55:any
	br.test.3 cond=5 v56:any #0x1 ->b80 ->b33
b33: <-b32 depth=1
	v57 = mov.mov.3 v51 +12
	v58 = mov.mov.3 v52 +12
	br.cmp.3 cond=4 v57:any v58:any ->b81 ->b35
b35: <-b33 depth=1
	br.test.3 cond=4 v57:any v57:any ->b82 ->b36
b36: <-b35 depth=1
	br.test.3 cond=5 v58:any v58:any ->b83 ->b37
b37: <-b36 depth=1
	jump ->b34
b83: <-b36 depth=1
	jump ->b21
b82: <-b35 depth=1
	jump ->b34
b81: <-b33 depth=1
	jump ->b34
b34: <-b81 <-b82 <-b37 depth=1
	v59 = mov.movzxb.3 v51 +4
	br.cmp.3 cond=6 v59:any #0x3 ->b39 ->b40
b40: <-b34 depth=1
	br.cmp.3 cond=5 v59:any #0x5 ->b84 ->b41
b41: <-b40 depth=1
	v63 = mov.mov.3 v51 +16
	v64 = mov.movzxb.3 v63 +4
	v65 = lea.lea.3 v64 -2
	v66 = mov.mov.3 v51 +20
	v67:same1 = shl.3 v66 v65:rcx
	v68 = lea.lea.3 v67 +16
	v69 = lea.lea.3 v63 v68
	jump ->b38(v69, v65)
b39: <-b34 depth=1
	v61 = lea.lea.3 v51 +16
	v62 = lea.lea.3 v59 -2
	jump ->b38(v61, v62)
b38(v7, v8): <-b39 <-b41 depth=1
	v60 = mov.movzxb.3 v52 +4
	br.cmp.3 cond=6 v60:any #0x3 ->b43 ->b44
b44: <-b38 depth=1
	br.cmp.3 cond=5 v60:any #0x5 ->b85 ->b45
b45: <-b44 depth=1
	v72 = mov.mov.3 v52 +16
	v73 = mov.movzxb.3 v72 +4
	v74 = lea.lea.3 v73 -2
	v75 = mov.mov.3 v52 +20
	v76:same1 = shl.3 v75 v74:rcx
	v77 = lea.lea.3 v76 +16
	v78 = lea.lea.3 v72 v77
	jump ->b42(v78, v74)
b43: <-b38 depth=1
	v70 = lea.lea.3 v52 +16
	v71 = lea.lea.3 v60 -2
	jump ->b42(v70, v71)
b42(v9, v10): <-b43 <-b45 depth=1
	br.cmp.3 cond=5 v8:any v10:any ->b46 ->b47
b47: <-b42 depth=1
	v79:same1 = shl.3 v53 v8:rcx
	v80 = const #0x0
	jump ->b50(v80)
b50(v12): <-b47 <-b53 depth=2
	v81 = lea.lea.3 v12 +8
	br.cmp.3 cond=6 v81:any v79:any ->b51 ->b52
b51: <-b50 depth=2
	v82 = lea.lea.3 v7 v12
	v83 = lea.lea.3 v9 v12
	v84 = mov.mov.4 v82
	br.cmp.4 cond=5 v84:any v83 ->b86 ->b53
b53: <-b51 depth=2
	jump ->b50(v81)
b86: <-b51 depth=1
	jump ->b21
b52: <-b50 depth=1
	jump ->b48(v12)
b48(v11): <-b52 <-b55 depth=2
	br.cmp.3 cond=2 v11:any v79:any ->b54 ->b49
b54: <-b48 depth=2
	v86 = lea.lea.3 v7 v11
	v85 = mov.movzxb.3 v86
	v88 = lea.lea.3 v9 v11
	v87 = mov.movzxb.3 v88
	br.cmp.3 cond=5 v85:any v87:any ->b87 ->b55
b55: <-b54 depth=2
	v89 = lea.lea.3 v11 +1
	jump ->b48(v89)
b87: <-b54 depth=1
	jump ->b21
b46: <-b42 depth=1
	br.test.3 cond=5 v8:any v8:any ->b57 ->b58
b58: <-b46 depth=1
	jump ->b56(v7, v9)
b57: <-b46 depth=1
	jump ->b56(v9, v7)
b56(v13, v14): <-b57 <-b58 depth=1
	v90 = const #0x0
	jump ->b59(v90)
b59(v15): <-b56 <-b62 depth=2
	br.cmp.3 cond=2 v15:any v53:any ->b61 ->b60
b61: <-b59 depth=2
	v92 = lea.lea.3 v13 v15
	v91 = mov.movzxb.3 v92
	v94 = lea.lea.3 v14 v15 *1
	v93 = mov.movzxw.3 v94
	br.cmp.3 cond=5 v91:any v93:any ->b88 ->b62
b62: <-b61 depth=2
	v95 = lea.lea.3 v15 +1
	jump ->b59(v95)
b88: <-b61 depth=1
	jump ->b21
b80: <-b32 depth=1
	jump ->b21
b78: <-b30 depth=1
	jump ->b21
b21: <-b77 <-b78 <-b79 <-b80 <-b83 <-b86 <-b87 <-b88 depth=1
	br.test.3 cond=4 v22:any v22:any ->b63 ->b64
b64: <-b21 depth=1
	v97 = lea.lea.3 v4 +1
	v98:same1 = and.3 v97 v5:any
	jump ->b19(v98, v5)
b63: <-b21 depth=1
	v96 = lea.lea.3 v4 v23
	jump ->b19(v96, v5)
b60: <-b59
	jump ->b28
b49: <-b48
	jump ->b28
b85: <-b44
	jump ->b1
b84: <-b40
	jump ->b1
b74: <-b20
	jump ->b28
b28: <-b74 <-b49 <-b60
	v50 = lea.lea.3 v6 +40
	jump ->b3(v50)
b75: <-b24
	jump ->b2
b76: <-b25
	jump ->b2
b2: <-b75 <-b76
	br.test.3 cond=5 v18:any v18:any ->b65 ->b66
b66: <-b2
	v100 = const #0x8
	jump ->b3(v100)
b3(v1): <-b28 <-b66
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffffd0000 ->b67 ->b70
b70: <-b3
	jump ->b68
b67: <-b3
	v101 = mov.mov.3 v17:any
	v102 = mov.mov.3 v101 +8
	v103:same1 = shr.3 v102 *128 #0x6
	chargeint v103
	jump ->b68
b68: <-b70 <-b67
	ret v1:rax
b65: <-b2
	v99 = const #0x8
	ret v99:rax
b71: <-b8
	jump ->b1
b69: <-b0
	jump ->b1
b1: <-b69 <-b71 <-b14 <-b18 <-b84 <-b85
	v20 = const #0x0
	ret v20:rax

	sub rsp, 0x50
; 0:0
	mov qword ptr [rsp], rdx
	mov qword ptr [rsp+0x8], rsi
	mov eax, edi
	cmp eax, edx
	jb L28
	mov eax, edi
	mov qword ptr [rsp+0x10], rax
	mov ecx, dword ptr [r15+rax+0x8]
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
	jnz L28
L1:
	mov edi, esi
	mov r11d, 0x67aaab7a
	xor r11d, -0x6622d35
	imul edi, r11d
	mov r8, rdi
	shr r8d, 0xf
	xor edi, r8d
	mov r11, rsi
	mov rsi, rcx
	mov rcx, rdi
	mov rdi, r11
	jmp L6
L2:
	mov edi, esi
	movzx edi, word ptr [r15+rdi+0x6]
	mov r11d, 0x55eeb047
	xor r11d, -0x3426360a
	imul edi, r11d
	jmp L4
L3:
	mov edi, esi
	cmp dword ptr [r15+rdi+0x8], 0x1000
	jnb L28
	mov edi, dword ptr [r15+rdi+0xc]
L4:
	test edi, edi
	jz L5
	mov r11, rsi
	mov rsi, rcx
	mov rcx, rdi
	mov rdi, r11
	jmp L6
L5:
	test ecx, ecx
	jnz L28
	mov rdi, rsi
	mov rsi, rcx
	mov ecx, 0x0
L6:
	mov r8d, dword ptr [r15+rax+0x1c]
	test esi, esi
	jz L7
	mov qword ptr [rsp+0x18], rcx
	mov ecx, dword ptr [r15+rsi]
	lea ecx, ptr [rcx-0x8]
	shr ecx, 0x2
	lea ecx, ptr [rcx-0x1]
	mov qword ptr [rsp+0x20], rcx
	mov rcx, qword ptr [rsp+0x18]
	and ecx, dword ptr [rsp+0x20]
	jmp L8
L7:
	mov ecx, dword ptr [r15+rax+0x18]
	mov qword ptr [rsp+0x20], rcx
	mov rcx, r8
	imul ecx, dword ptr [rsp+0x20]
	mov qword ptr [rsp+0x18], rcx
	mov ecx, dword ptr [r15+rax+0x10]
	mov qword ptr [rsp+0x20], rcx
	mov rcx, r8
	imul ecx, dword ptr [rsp+0x20]
	mov qword ptr [rsp+0x20], rcx
	mov rcx, qword ptr [rsp+0x18]
	nop word ptr [rax+rax], ax
	nop
L8:
	test esi, esi
	jz L9
	lea edx, ptr [rsi+4*rcx]
	mov edx, dword ptr [r15+rdx+0x8]
	test edx, edx
	jz L24
	lea edx, ptr [rdx-0x1]
	imul edx, r8d
	lea edx, ptr [rax+rdx]
	jmp L10
L9:
	cmp ecx, dword ptr [rsp+0x20]
	jnb L24
	lea edx, ptr [rax+rcx]
L10:
	mov qword ptr [rsp+0x18], rcx
	mov qword ptr [rsp+0x28], rdx
	mov rcx, qword ptr [r15+rdx+0x28]
	cmp rcx, qword ptr [rsp+0x8]
	jz L23
	mov r11, qword ptr [rsp+0x8]
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L21
	mov r11, rcx
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L21
	mov qword ptr [rsp+0x30], rcx
	mov ecx, dword ptr [rsp+0x8]
	mov edx, dword ptr [rsp+0x30]
	mov edi, dword ptr [r15+rcx+0x8]
	cmp edi, dword ptr [r15+rdx+0x8]
	jnz L21
	mov qword ptr [rsp+0x30], rdi
	movzx edi, byte ptr [r15+rcx+0x5]
	mov qword ptr [rsp+0x40], rdi
	movzx edi, byte ptr [r15+rdx+0x5]
	mov qword ptr [rsp+0x48], rdi
	mov rdi, qword ptr [rsp+0x40]
	and edi, dword ptr [rsp+0x48]
	test edi, 0x1
	jnz L21
	mov edi, dword ptr [r15+rcx+0xc]
	mov qword ptr [rsp+0x38], rcx
	mov ecx, dword ptr [r15+rdx+0xc]
	cmp edi, ecx
	jz L11
	test edi, edi
	jz L11
	test ecx, ecx
	jnz L21
L11:
	mov rcx, qword ptr [rsp+0x38]
	movzx edi, byte ptr [r15+rcx+0x4]
	cmp edi, 0x3
	jbe L12
	cmp edi, 0x5
	jnz L28
	mov edi, dword ptr [r15+rcx+0x10]
	movzx eax, byte ptr [r15+rdi+0x4]
	lea eax, ptr [rax-0x2]
	mov ecx, dword ptr [r15+rcx+0x14]
	mov qword ptr [rsp+0x48], rax
	mov rax, rcx
	mov rcx, qword ptr [rsp+0x48]
	shl eax, cl
	lea eax, ptr [rax+0x10]
	lea eax, ptr [rdi+rax]
	mov rdi, rax
	mov rax, qword ptr [rsp+0x48]
	jmp L13
L12:
	lea eax, ptr [rcx+0x10]
	lea ecx, ptr [rdi-0x2]
	mov rdi, rax
	mov rax, rcx
L13:
	mov qword ptr [rsp+0x38], rax
	movzx ecx, byte ptr [r15+rdx+0x4]
	cmp ecx, 0x3
	jbe L14
	cmp ecx, 0x5
	jnz L28
	mov ecx, dword ptr [r15+rdx+0x10]
	movzx eax, byte ptr [r15+rcx+0x4]
	lea eax, ptr [rax-0x2]
	mov edx, dword ptr [r15+rdx+0x14]
	mov qword ptr [rsp+0x48], rax
	mov rax, rcx
	mov rcx, qword ptr [rsp+0x48]
	shl edx, cl
	lea ecx, ptr [rdx+0x10]
	lea eax, ptr [rax+rcx]
	mov rcx, qword ptr [rsp+0x48]
	jmp L15
L14:
	lea eax, ptr [rdx+0x10]
	lea ecx, ptr [rcx-0x2]
L15:
	cmp dword ptr [rsp+0x38], ecx
	jnz L18
	mov rdx, qword ptr [rsp+0x30]
	mov rcx, qword ptr [rsp+0x38]
	shl edx, cl
	mov qword ptr [rsp+0x48], rdx
	mov ecx, 0x0
	nop
L16:
	lea edx, ptr [rcx+0x8]
	cmp edx, dword ptr [rsp+0x48]
	jnbe L17
	mov qword ptr [rsp+0x40], rdx
	lea edx, ptr [rdi+rcx]
	lea ecx, ptr [rax+rcx]
	mov rdx, qword ptr [r15+rdx]
	cmp rdx, qword ptr [r15+rcx]
	jnz L21
	mov rcx, qword ptr [rsp+0x40]
	jmp L16
L17:
	cmp ecx, dword ptr [rsp+0x48]
	jnb L23
	lea edx, ptr [rdi+rcx]
	movzx edx, byte ptr [r15+rdx]
	mov qword ptr [rsp+0x40], rdx
	lea edx, ptr [rax+rcx]
	movzx edx, byte ptr [r15+rdx]
	cmp dword ptr [rsp+0x40], edx
	jnz L21
	lea ecx, ptr [rcx+0x1]
	jmp L17
L18:
	cmp dword ptr [rsp+0x38], 0x0
	jnz L19
	mov r11, rdi
	mov rdi, rax
	mov rax, r11
L19:
	mov ecx, 0x0
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L20:
	cmp ecx, dword ptr [rsp+0x30]
	jnb L23
	lea edx, ptr [rax+rcx]
	movzx edx, byte ptr [r15+rdx]
	mov qword ptr [rsp+0x38], rdx
	lea edx, ptr [rdi+2*rcx]
	movzx edx, word ptr [r15+rdx]
	cmp dword ptr [rsp+0x38], edx
	jnz L21
	lea ecx, ptr [rcx+0x1]
	jmp L20
L21:
	test esi, esi
	jz L22
	mov rcx, qword ptr [rsp+0x18]
	lea eax, ptr [rcx+0x1]
	and eax, dword ptr [rsp+0x20]
	mov rcx, rax
	mov rax, qword ptr [rsp+0x10]
	jmp L8
L22:
	mov rcx, qword ptr [rsp+0x18]
	lea ecx, ptr [rcx+r8]
	mov rax, qword ptr [rsp+0x10]
	jmp L8
L23:
	mov rdx, qword ptr [rsp+0x28]
	lea eax, ptr [rdx+0x28]
	jmp L25
L24:
	cmp dword ptr [rsp], 0x0
	jnz L27
	mov eax, 0x8
L25:
	mov r11, qword ptr [rsp+0x8]
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L26
	mov ecx, dword ptr [rsp+0x8]
	mov ecx, dword ptr [r15+rcx+0x8]
	shr ecx, 0x6
	movsxd r11, ecx
	sub r12, r11
L26:
	add rsp, 0x50
	ret
L27:
	mov eax, 0x8
	add rsp, 0x50
	ret
L28:
	mov eax, 0x0
	add rsp, 0x50
	ret
