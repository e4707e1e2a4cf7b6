func TableFind
b0:
	v16:rdi, v17:rsi, v18:rdx = params
	v19 = mov.mov.3 v16:any
	br.cmp.3 cond=2 v19:any v18:any ->b70 ->b4
b4: <-b0
	v21 = mov.mov.3 v16:any
	v22 = mov.mov.3 v21 +8
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffffd0000 ->b8 ->b11
b11: <-b4
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffffe0000 ->b9 ->b12
b12: <-b11
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffff90000 ->b73 ->b13
b13: <-b12
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffffa0000 ->b74 ->b14
b14: <-b13
	jump ->b1
b74: <-b13
	jump ->b7
b73: <-b12
	jump ->b7
b7: <-b73 <-b74
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
	br.cmp.3 cond=3 v28 +8 #0x1000 ->b72 ->b15
b15: <-b8
	v32:early = strhash v28:late v33:temp v34:temp v35:temp
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
	v36 = const #0x0
	jump ->b5(v36)
b5(v2): <-b7 <-b16 <-b17
	v23 = mov.mov.3 v21 +28
	br.test.3 cond=4 v22:any v22:any ->b22 ->b23
b23: <-b5
	v42 = mov.mov.3 v22
	v43 = lea.lea.3 v42 -8
	v44:same1 = shr.3 v43 *128 #0x2
	v45 = lea.lea.3 v44 -1
	v46:same1 = and.3 v2 v45:any
	v47 = const #0x40
	jump ->b19(v46, v47)
b22: <-b5
	v38 = mov.mov.3 v21 +24
	v39:same1 = imul.3 v23 v38:any
	v40 = mov.mov.3 v21 +16
	v41:same1 = imul.3 v23 v40:any
	jump ->b19(v39, v41)
b19(v4, v5): <-b22 <-b23 <-b63 <-b65 depth=1
	br.test.3 cond=4 v22:any v22:any ->b24 ->b25
b25: <-b19 depth=1
	v49 = lea.lea.3 v22 v4 *2
	v48 = mov.mov.3 v49 +8
	br.test.3 cond=4 v48:any v48:any ->b77 ->b27
b27: <-b25 depth=1
	v51 = lea.lea.3 v48 -1
	v52:same1 = imul.3 v51 v23:any
	v53 = lea.lea.3 v21 v52
	jump ->b20(v53)
b24: <-b19 depth=1
	br.cmp.3 cond=3 v4:any v5:any ->b76 ->b26
b26: <-b24 depth=1
	v50 = lea.lea.3 v21 v4
	jump ->b20(v50)
b20(v6): <-b26 <-b27 depth=1
	v37 = mov.mov.4 v6 +40
	br.cmp.4 cond=4 v37:any v17:any ->b75 ->b31
b31: <-b20 depth=1
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffffd0000 ->b29 ->b80
b80: <-b31 depth=1
	jump ->b21
b29: <-b31 depth=1
	br.cmp.3 cond=4 v37:any *129 #0xfffffffffffd0000 ->b30 ->b78
b78: <-b29 depth=1
	jump ->b21
b30: <-b29 depth=1
	v55 = mov.mov.3 v17:any
	v56 = mov.mov.3 v37:any
	v57 = mov.mov.3 v55 +8
	br.cmp.3 cond=5 v57:any v56 +8 ->b79 ->b32
b32: <-b30 depth=1
	v58 = mov.movzxb.3 v55 +5
	v59 = mov.movzxb.3 v56 +5
	v60:same1 = and.3 v58 v59:any
	br.test.3 cond=5 v60:any #0x1 ->b81 ->b33
b33: <-b32 depth=1
	v61 = mov.mov.3 v55 +12
	v62 = mov.mov.3 v56 +12
	br.cmp.3 cond=4 v61:any v62:any ->b82 ->b35
b35: <-b33 depth=1
	br.test.3 cond=4 v61:any v61:any ->b83 ->b36
b36: <-b35 depth=1
	br.test.3 cond=5 v62:any v62:any ->b84 ->b37
b37: <-b36 depth=1
	jump ->b34
b84: <-b36 depth=1
	jump ->b21
b83: <-b35 depth=1
	jump ->b34
b82: <-b33 depth=1
	jump ->b34
b34: <-b82 <-b83 <-b37 depth=1
	v63 = mov.movzxb.3 v55 +4
	br.cmp.3 cond=6 v63:any #0x3 ->b39 ->b40
b40: <-b34 depth=1
	br.cmp.3 cond=5 v63:any #0x5 ->b85 ->b41
b41: <-b40 depth=1
	v67 = mov.mov.3 v55 +16
	v68 = mov.movzxb.3 v67 +4
	v69 = lea.lea.3 v68 -2
	v70 = mov.mov.3 v55 +20
	v71:same1 = shl.3 v70 v69:rcx
	v72 = lea.lea.3 v71 +16
	v73 = lea.lea.3 v67 v72
	jump ->b38(v73, v69)
b39: <-b34 depth=1
	v65 = lea.lea.3 v55 +16
	v66 = lea.lea.3 v63 -2
	jump ->b38(v65, v66)
b38(v7, v8): <-b39 <-b41 depth=1
	v64 = mov.movzxb.3 v56 +4
	br.cmp.3 cond=6 v64:any #0x3 ->b43 ->b44
b44: <-b38 depth=1
	br.cmp.3 cond=5 v64:any #0x5 ->b86 ->b45
b45: <-b44 depth=1
	v76 = mov.mov.3 v56 +16
	v77 = mov.movzxb.3 v76 +4
	v78 = lea.lea.3 v77 -2
	v79 = mov.mov.3 v56 +20
	v80:same1 = shl.3 v79 v78:rcx
	v81 = lea.lea.3 v80 +16
	v82 = lea.lea.3 v76 v81
	jump ->b42(v82, v78)
b43: <-b38 depth=1
	v74 = lea.lea.3 v56 +16
	v75 = lea.lea.3 v64 -2
	jump ->b42(v74, v75)
b42(v9, v10): <-b43 <-b45 depth=1
	br.cmp.3 cond=5 v8:any v10:any ->b46 ->b47
b47: <-b42 depth=1
	v83:same1 = shl.3 v57 v8:rcx
	v84 = const #0x0
	jump ->b50(v84)
b50(v12): <-b47 <-b53 depth=2
	v85 = lea.lea.3 v12 +8
	br.cmp.3 cond=6 v85:any v83:any ->b51 ->b52
b51: <-b50 depth=2
	v86 = lea.lea.3 v7 v12
	v87 = lea.lea.3 v9 v12
	v88 = mov.mov.4 v86
	br.cmp.4 cond=5 v88:any v87 ->b87 ->b53
b53: <-b51 depth=2
	jump ->b50(v85)
b87: <-b51 depth=1
	jump ->b21
b52: <-b50 depth=1
	jump ->b48(v12)
b48(v11): <-b52 <-b55 depth=2
	br.cmp.3 cond=2 v11:any v83:any ->b54 ->b49
b54: <-b48 depth=2
	v90 = lea.lea.3 v7 v11
	v89 = mov.movzxb.3 v90
	v92 = lea.lea.3 v9 v11
	v91 = mov.movzxb.3 v92
	br.cmp.3 cond=5 v89:any v91:any ->b88 ->b55
b55: <-b54 depth=2
	v93 = lea.lea.3 v11 +1
	jump ->b48(v93)
b88: <-b54 depth=1
	jump ->b21
b46: <-b42 depth=1
	br.test.3 cond=5 v8:any v8:any ->b57 ->b58
b58: <-b46 depth=1
	jump ->b56(v7, v9)
b57: <-b46 depth=1
	jump ->b56(v9, v7)
b56(v13, v14): <-b57 <-b58 depth=1
	v94 = const #0x0
	jump ->b59(v94)
b59(v15): <-b56 <-b62 depth=2
	br.cmp.3 cond=2 v15:any v57:any ->b61 ->b60
b61: <-b59 depth=2
	v96 = lea.lea.3 v13 v15
	v95 = mov.movzxb.3 v96
	v98 = lea.lea.3 v14 v15 *1
	v97 = mov.movzxw.3 v98
	br.cmp.3 cond=5 v95:any v97:any ->b89 ->b62
b62: <-b61 depth=2
	v99 = lea.lea.3 v15 +1
	jump ->b59(v99)
b89: <-b61 depth=1
	jump ->b21
b81: <-b32 depth=1
	jump ->b21
b79: <-b30 depth=1
	jump ->b21
b21: <-b78 <-b79 <-b80 <-b81 <-b84 <-b87 <-b88 <-b89 depth=1
	br.test.3 cond=4 v22:any v22:any ->b63 ->b64
b64: <-b21 depth=1
	v101 = lea.lea.3 v5 -1
	br.test.3 cond=4 v101:any v101:any ->b90 ->b65
b65: <-b64 depth=1
	v102 = lea.lea.3 v4 +1
	v103 = mov.mov.3 v22
	v104 = lea.lea.3 v103 -8
	v105:same1 = shr.3 v104 *128 #0x2
	v106 = lea.lea.3 v105 -1
	v107:same1 = and.3 v102 v106:any
	jump ->b19(v107, v101)
b63: <-b21 depth=1
	v100 = lea.lea.3 v4 v23
	jump ->b19(v100, v5)
b90: <-b64
	jump ->b1
b60: <-b59
	jump ->b28
b49: <-b48
	jump ->b28
b86: <-b44
	jump ->b1
b85: <-b40
	jump ->b1
b75: <-b20
	jump ->b28
b28: <-b75 <-b49 <-b60
	v54 = lea.lea.3 v6 +40
	jump ->b3(v54)
b76: <-b24
	jump ->b2
b77: <-b25
	jump ->b2
b2: <-b76 <-b77
	br.test.3 cond=5 v18:any v18:any ->b66 ->b67
b67: <-b2
	v109 = const #0x8
	jump ->b3(v109)
b3(v1): <-b28 <-b67
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffffd0000 ->b68 ->b71
b71: <-b3
	jump ->b69
b68: <-b3
	v110 = mov.mov.3 v17:any
	v111 = mov.mov.3 v110 +8
	v112:same1 = shr.3 v111 *128 #0x6
	chargeint v112
	jump ->b69
b69: <-b71 <-b68
	ret v1:rax
b66: <-b2
	v108 = const #0x8
	ret v108:rax
b72: <-b8
	jump ->b1
b70: <-b0
	jump ->b1
b1: <-b70 <-b72 <-b14 <-b18 <-b85 <-b86 <-b90
	v20 = const #0x0
	ret v20:rax

	sub rsp, 0x50
; 0:0
	mov qword ptr [rsp], rdx
	mov qword ptr [rsp+0x8], rsi
	mov eax, edi
	cmp eax, edx
	jb L33
	mov eax, edi
	mov qword ptr [rsp+0x10], rax
	mov ecx, dword ptr [r15+rax+0x8]
	mov qword ptr [rsp+0x18], rcx
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
	jnz L33
L1:
	mov edi, esi
	mov r11d, 0x67aaab7a
	xor r11d, -0x6622d35
	imul edi, r11d
	mov r8, rdi
	shr r8d, 0xf
	xor edi, r8d
	mov rdx, rdi
	jmp L11
L2:
	mov edi, esi
	movzx edi, word ptr [r15+rdi+0x6]
	mov r11d, 0x55eeb047
	xor r11d, -0x3426360a
	imul edi, r11d
	mov rdx, rdi
	jmp L10
L3:
	mov edi, esi
	cmp dword ptr [r15+rdi+0x8], 0x1000
	jnb L33
	mov edx, dword ptr [r15+rdi+0xc]
	test edx, edx
	jnz L10
	cmp byte ptr [r15+rdi+0x4], 0x2
	jnz L10
	mov edx, dword ptr [r15+rdi+0x8]
	cmp edx, 0x40
	jnbe L9
	mov ecx, edi
	mov eax, edx
L4:
	cmp eax, 0x8
	jb L5
	xor rdx, qword ptr [r15+rcx+0x10]
	imul rdx, qword ptr [C1]
	mov r8, rdx
	shr r8, 0x20
	xor rdx, r8
	add ecx, 0x8
	sub eax, 0x8
	jmp L4
L5:
	test eax, eax
	jz L7
	xor r8d, r8d
L6:
	mov r11d, ecx
	add r11d, eax
	movzx r11d, byte ptr [r15+r11+0xf]
	shl r8, 0x8
	or r8, r11
	sub eax, 0x1
	jnz L6
	xor rdx, r8
	imul rdx, qword ptr [C1]
	mov r8, rdx
	shr r8, 0x20
	xor rdx, r8
L7:
	mov r8, rdx
	shr r8, 0x1d
	xor rdx, r8
	imul rdx, qword ptr [C2]
	mov r8, rdx
	shr r8, 0x20
	xor rdx, r8
	mov edx, edx
	test edx, edx
	jnz L8
	mov edx, 0x1
L8:
	cmp edi, dword ptr [r13+0xcc]
	jb L10
	mov dword ptr [r15+rdi+0xc], edx
	jmp L10
L9:
	xor edx, edx
L10:
	test edx, edx
	jnz L11
	cmp dword ptr [rsp+0x18], 0x0
	jnz L33
	mov edx, 0x0
L11:
	mov rax, qword ptr [rsp+0x10]
	mov edi, dword ptr [r15+rax+0x1c]
	mov qword ptr [rsp+0x20], rdi
	cmp dword ptr [rsp+0x18], 0x0
	jz L12
	mov r8, qword ptr [rsp+0x18]
	mov ecx, dword ptr [r15+r8]
	lea ecx, ptr [rcx-0x8]
	shr ecx, 0x2
	lea ecx, ptr [rcx-0x1]
	and edx, ecx
	mov rcx, rdx
	mov edx, 0x40
	jmp L13
L12:
	mov r8, qword ptr [rsp+0x18]
	mov ecx, dword ptr [r15+rax+0x18]
	mov rdx, rdi
	imul edx, ecx
	mov ecx, dword ptr [r15+rax+0x10]
	mov qword ptr [rsp+0x28], rcx
	mov rcx, rdi
	imul ecx, dword ptr [rsp+0x28]
	mov r11, rdx
	mov rdx, rcx
	mov rcx, r11
	nop dword ptr [rax], eax
L13:
	test r8d, r8d
	jz L14
	lea esi, ptr [r8+4*rcx]
	mov esi, dword ptr [r15+rsi+0x8]
	test esi, esi
	jz L29
	lea esi, ptr [rsi-0x1]
	imul esi, dword ptr [rsp+0x20]
	lea esi, ptr [rax+rsi]
	jmp L15
L14:
	cmp ecx, edx
	jnb L29
	lea esi, ptr [rax+rcx]
L15:
	mov qword ptr [rsp+0x28], rcx
	mov qword ptr [rsp+0x30], rsi
	mov rcx, qword ptr [r15+rsi+0x28]
	cmp rcx, qword ptr [rsp+0x8]
	jz L28
	mov r11, qword ptr [rsp+0x8]
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L26
	mov r11, rcx
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L26
	mov qword ptr [rsp+0x38], rcx
	mov ecx, dword ptr [rsp+0x8]
	mov esi, dword ptr [rsp+0x38]
	mov eax, dword ptr [r15+rcx+0x8]
	cmp eax, dword ptr [r15+rsi+0x8]
	jnz L26
	mov qword ptr [rsp+0x38], rax
	movzx eax, byte ptr [r15+rcx+0x5]
	mov qword ptr [rsp+0x40], rax
	movzx eax, byte ptr [r15+rsi+0x5]
	mov qword ptr [rsp+0x48], rax
	mov rax, qword ptr [rsp+0x40]
	and eax, dword ptr [rsp+0x48]
	test eax, 0x1
	jnz L26
	mov eax, dword ptr [r15+rcx+0xc]
	mov qword ptr [rsp+0x48], rax
	mov eax, dword ptr [r15+rsi+0xc]
	cmp dword ptr [rsp+0x48], eax
	jz L16
	cmp dword ptr [rsp+0x48], 0x0
	jz L16
	test eax, eax
	jnz L26
L16:
	movzx eax, byte ptr [r15+rcx+0x4]
	cmp eax, 0x3
	jbe L17
	cmp eax, 0x5
	jnz L33
	mov eax, dword ptr [r15+rcx+0x10]
	movzx edi, byte ptr [r15+rax+0x4]
	lea edi, ptr [rdi-0x2]
	mov ecx, dword ptr [r15+rcx+0x14]
	mov qword ptr [rsp+0x48], rdi
	mov rdi, rcx
	mov rcx, qword ptr [rsp+0x48]
	shl edi, cl
	lea ecx, ptr [rdi+0x10]
	lea eax, ptr [rax+rcx]
	mov rdi, qword ptr [rsp+0x48]
	jmp L18
L17:
	lea ecx, ptr [rcx+0x10]
	lea edi, ptr [rax-0x2]
	mov rax, rcx
L18:
	movzx ecx, byte ptr [r15+rsi+0x4]
	cmp ecx, 0x3
	jbe L19
	cmp ecx, 0x5
	jnz L33
	mov ecx, dword ptr [r15+rsi+0x10]
	mov qword ptr [rsp+0x48], rcx
	movzx ecx, byte ptr [r15+rcx+0x4]
	lea ecx, ptr [rcx-0x2]
	mov esi, dword ptr [r15+rsi+0x14]
	mov qword ptr [rsp+0x40], rcx
	mov rcx, qword ptr [rsp+0x40]
	shl esi, cl
	lea ecx, ptr [rsi+0x10]
	mov rsi, qword ptr [rsp+0x48]
	lea ecx, ptr [rsi+rcx]
	mov rsi, rcx
	mov rcx, qword ptr [rsp+0x40]
	jmp L20
L19:
	lea esi, ptr [rsi+0x10]
	lea ecx, ptr [rcx-0x2]
L20:
	cmp edi, ecx
	jnz L23
	mov rcx, rdi
	mov rdi, qword ptr [rsp+0x38]
	shl edi, cl
	mov qword ptr [rsp+0x40], rdi
	mov ecx, 0x0
	nop dword ptr [rax+rax], eax
L21:
	lea edi, ptr [rcx+0x8]
	cmp edi, dword ptr [rsp+0x40]
	jnbe L22
	mov qword ptr [rsp+0x48], rdi
	lea edi, ptr [rax+rcx]
	lea ecx, ptr [rsi+rcx]
	mov rdi, qword ptr [r15+rdi]
	cmp rdi, qword ptr [r15+rcx]
	jnz L26
	mov rcx, qword ptr [rsp+0x48]
	jmp L21
L22:
	cmp ecx, dword ptr [rsp+0x40]
	jnb L28
	lea edi, ptr [rax+rcx]
	movzx edi, byte ptr [r15+rdi]
	mov qword ptr [rsp+0x48], rdi
	lea edi, ptr [rsi+rcx]
	movzx edi, byte ptr [r15+rdi]
	cmp dword ptr [rsp+0x48], edi
	jnz L26
	lea ecx, ptr [rcx+0x1]
	jmp L22
L23:
	test edi, edi
	jnz L24
	mov r11, rax
	mov rax, rsi
	mov rsi, r11
L24:
	mov ecx, 0x0
	nop word ptr [rax+rax], ax
	nop word ptr [rax+rax], ax
L25:
	cmp ecx, dword ptr [rsp+0x38]
	jnb L28
	lea edi, ptr [rsi+rcx]
	movzx edi, byte ptr [r15+rdi]
	mov qword ptr [rsp+0x40], rdi
	lea edi, ptr [rax+2*rcx]
	movzx edi, word ptr [r15+rdi]
	cmp dword ptr [rsp+0x40], edi
	jnz L26
	lea ecx, ptr [rcx+0x1]
	jmp L25
L26:
	test r8d, r8d
	jz L27
	lea edx, ptr [rdx-0x1]
	test edx, edx
	jz L33
	mov rcx, qword ptr [rsp+0x28]
	lea eax, ptr [rcx+0x1]
	mov ecx, dword ptr [r15+r8]
	lea ecx, ptr [rcx-0x8]
	shr ecx, 0x2
	lea ecx, ptr [rcx-0x1]
	and eax, ecx
	mov rcx, rax
	mov rax, qword ptr [rsp+0x10]
	jmp L13
L27:
	mov rcx, qword ptr [rsp+0x28]
	mov rdi, qword ptr [rsp+0x20]
	lea ecx, ptr [rcx+rdi]
	mov rax, qword ptr [rsp+0x10]
	jmp L13
L28:
	mov rsi, qword ptr [rsp+0x30]
	lea eax, ptr [rsi+0x28]
	jmp L30
L29:
	cmp dword ptr [rsp], 0x0
	jnz L32
	mov eax, 0x8
L30:
	mov r11, qword ptr [rsp+0x8]
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L31
	mov ecx, dword ptr [rsp+0x8]
	mov ecx, dword ptr [r15+rcx+0x8]
	shr ecx, 0x6
	movsxd r11, ecx
	sub r12, r11
L31:
	add rsp, 0x50
	ret
L32:
	mov eax, 0x8
	add rsp, 0x50
	ret
L33:
	mov eax, 0x0
	add rsp, 0x50
	ret
C1:
	.quad 0x9e3779b97f4a7c15
C2:
	.quad 0xbf58476d1ce4e5b9
