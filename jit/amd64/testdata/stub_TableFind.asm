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
	v47 = lea.lea.3 v46 +64
	jump ->b19(v46, v47)
b22: <-b5
	v38 = mov.mov.3 v21 +24
	v39:same1 = imul.3 v23 v38:any
	v40 = mov.mov.3 v21 +16
	v41:same1 = imul.3 v23 v40:any
	jump ->b19(v39, v41)
b19(v4, v5): <-b22 <-b23 <-b64 <-b65 depth=1
	br.test.3 cond=4 v22:any v22:any ->b24 ->b25
b25: <-b19 depth=1
	br.cmp.3 cond=3 v4:any v5:any ->b77 ->b27
b27: <-b25 depth=1
	v49 = mov.mov.3 v22
	v50 = lea.lea.3 v49 -8
	v51:same1 = shr.3 v50 *128 #0x2
	v52 = lea.lea.3 v51 -1
	v53:same1 = and.3 v4 v52:any
	v55 = lea.lea.3 v22 v53 *2
	v54 = mov.mov.3 v55 +8
	br.test.3 cond=4 v54:any v54:any ->b78 ->b28
b28: <-b27 depth=1
	v56 = lea.lea.3 v54 -1
	v57:same1 = imul.3 v56 v23:any
	v58 = lea.lea.3 v21 v57
	jump ->b20(v58)
b24: <-b19 depth=1
	br.cmp.3 cond=3 v4:any v5:any ->b76 ->b26
b26: <-b24 depth=1
	v48 = lea.lea.3 v21 v4
	jump ->b20(v48)
b20(v6): <-b26 <-b28 depth=1
	v37 = mov.mov.4 v6 +40
	br.cmp.4 cond=4 v37:any v17:any ->b75 ->b32
b32: <-b20 depth=1
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffffd0000 ->b30 ->b81
b81: <-b32 depth=1
	jump ->b21
b30: <-b32 depth=1
	br.cmp.3 cond=4 v37:any *129 #0xfffffffffffd0000 ->b31 ->b79
b79: <-b30 depth=1
	jump ->b21
b31: <-b30 depth=1
	v60 = mov.mov.3 v17:any
	v61 = mov.mov.3 v37:any
	v62 = mov.mov.3 v60 +8
	br.cmp.3 cond=5 v62:any v61 +8 ->b80 ->b33
b33: <-b31 depth=1
	v63 = mov.movzxb.3 v60 +5
	v64 = mov.movzxb.3 v61 +5
	v65:same1 = and.3 v63 v64:any
	br.test.3 cond=5 v65:any #0x1 ->b82 ->b34
b34: <-b33 depth=1
	v66 = mov.mov.3 v60 +12
	v67 = mov.mov.3 v61 +12
	br.cmp.3 cond=4 v66:any v67:any ->b83 ->b36
b36: <-b34 depth=1
	br.test.3 cond=4 v66:any v66:any ->b84 ->b37
b37: <-b36 depth=1
	br.test.3 cond=5 v67:any v67:any ->b85 ->b38
b38: <-b37 depth=1
	jump ->b35
b85: <-b37 depth=1
	jump ->b21
b84: <-b36 depth=1
	jump ->b35
b83: <-b34 depth=1
	jump ->b35
b35: <-b83 <-b84 <-b38 depth=1
	v68 = mov.movzxb.3 v60 +4
	br.cmp.3 cond=6 v68:any #0x3 ->b40 ->b41
b41: <-b35 depth=1
	br.cmp.3 cond=5 v68:any #0x5 ->b86 ->b42
b42: <-b41 depth=1
	v72 = mov.mov.3 v60 +16
	v73 = mov.movzxb.3 v72 +4
	v74 = lea.lea.3 v73 -2
	v75 = mov.mov.3 v60 +20
	v76:same1 = shl.3 v75 v74:rcx
	v77 = lea.lea.3 v76 +16
	v78 = lea.lea.3 v72 v77
	jump ->b39(v78, v74)
b40: <-b35 depth=1
	v70 = lea.lea.3 v60 +16
	v71 = lea.lea.3 v68 -2
	jump ->b39(v70, v71)
b39(v7, v8): <-b40 <-b42 depth=1
	v69 = mov.movzxb.3 v61 +4
	br.cmp.3 cond=6 v69:any #0x3 ->b44 ->b45
b45: <-b39 depth=1
	br.cmp.3 cond=5 v69:any #0x5 ->b87 ->b46
b46: <-b45 depth=1
	v81 = mov.mov.3 v61 +16
	v82 = mov.movzxb.3 v81 +4
	v83 = lea.lea.3 v82 -2
	v84 = mov.mov.3 v61 +20
	v85:same1 = shl.3 v84 v83:rcx
	v86 = lea.lea.3 v85 +16
	v87 = lea.lea.3 v81 v86
	jump ->b43(v87, v83)
b44: <-b39 depth=1
	v79 = lea.lea.3 v61 +16
	v80 = lea.lea.3 v69 -2
	jump ->b43(v79, v80)
b43(v9, v10): <-b44 <-b46 depth=1
	br.cmp.3 cond=5 v8:any v10:any ->b47 ->b48
b48: <-b43 depth=1
	v88:same1 = shl.3 v62 v8:rcx
	v89 = const #0x0
	jump ->b51(v89)
b51(v12): <-b48 <-b54 depth=2
	v90 = lea.lea.3 v12 +8
	br.cmp.3 cond=6 v90:any v88:any ->b52 ->b53
b52: <-b51 depth=2
	v91 = lea.lea.3 v7 v12
	v92 = lea.lea.3 v9 v12
	v93 = mov.mov.4 v91
	br.cmp.4 cond=5 v93:any v92 ->b88 ->b54
b54: <-b52 depth=2
	jump ->b51(v90)
b88: <-b52 depth=1
	jump ->b21
b53: <-b51 depth=1
	jump ->b49(v12)
b49(v11): <-b53 <-b56 depth=2
	br.cmp.3 cond=2 v11:any v88:any ->b55 ->b50
b55: <-b49 depth=2
	v95 = lea.lea.3 v7 v11
	v94 = mov.movzxb.3 v95
	v97 = lea.lea.3 v9 v11
	v96 = mov.movzxb.3 v97
	br.cmp.3 cond=5 v94:any v96:any ->b89 ->b56
b56: <-b55 depth=2
	v98 = lea.lea.3 v11 +1
	jump ->b49(v98)
b89: <-b55 depth=1
	jump ->b21
b47: <-b43 depth=1
	br.test.3 cond=5 v8:any v8:any ->b58 ->b59
b59: <-b47 depth=1
	jump ->b57(v7, v9)
b58: <-b47 depth=1
	jump ->b57(v9, v7)
b57(v13, v14): <-b58 <-b59 depth=1
	v99 = const #0x0
	jump ->b60(v99)
b60(v15): <-b57 <-b63 depth=2
	br.cmp.3 cond=2 v15:any v62:any ->b62 ->b61
b62: <-b60 depth=2
	v101 = lea.lea.3 v13 v15
	v100 = mov.movzxb.3 v101
	v103 = lea.lea.3 v14 v15 *1
	v102 = mov.movzxw.3 v103
	br.cmp.3 cond=5 v100:any v102:any ->b90 ->b63
b63: <-b62 depth=2
	v104 = lea.lea.3 v15 +1
	jump ->b60(v104)
b90: <-b62 depth=1
	jump ->b21
b82: <-b33 depth=1
	jump ->b21
b80: <-b31 depth=1
	jump ->b21
b21: <-b79 <-b80 <-b81 <-b82 <-b85 <-b88 <-b89 <-b90 depth=1
	br.test.3 cond=4 v22:any v22:any ->b64 ->b65
b65: <-b21 depth=1
	v106 = lea.lea.3 v4 +1
	jump ->b19(v106, v5)
b64: <-b21 depth=1
	v105 = lea.lea.3 v4 v23
	jump ->b19(v105, v5)
b61: <-b60
	jump ->b29
b50: <-b49
	jump ->b29
b87: <-b45
	jump ->b1
b86: <-b41
	jump ->b1
b75: <-b20
	jump ->b29
b29: <-b75 <-b50 <-b61
	v59 = lea.lea.3 v6 +40
	jump ->b3(v59)
b76: <-b24
	jump ->b2
b78: <-b27
	jump ->b2
b2: <-b76 <-b78
	br.test.3 cond=5 v18:any v18:any ->b66 ->b67
b67: <-b2
	v108 = const #0x8
	jump ->b3(v108)
b3(v1): <-b29 <-b67
	br.cmp.3 cond=4 v17:any *129 #0xfffffffffffd0000 ->b68 ->b71
b71: <-b3
	jump ->b69
b68: <-b3
	v109 = mov.mov.3 v17:any
	v110 = mov.mov.3 v109 +8
	v111:same1 = shr.3 v110 *128 #0x6
	chargeint v111
	jump ->b69
b69: <-b71 <-b68
	ret v1:rax
b66: <-b2
	v107 = const #0x8
	ret v107:rax
b77: <-b25
	jump ->b1
b72: <-b8
	jump ->b1
b70: <-b0
	jump ->b1
b1: <-b70 <-b72 <-b14 <-b18 <-b77 <-b86 <-b87
	v20 = const #0x0
	ret v20:rax

	sub rsp, 0x48
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
	cmp dword ptr [rsp+0x18], 0x0
	jz L12
	mov r8, qword ptr [rsp+0x18]
	mov ecx, dword ptr [r15+r8]
	lea ecx, ptr [rcx-0x8]
	shr ecx, 0x2
	lea ecx, ptr [rcx-0x1]
	and edx, ecx
	lea ecx, ptr [rdx+0x40]
	mov qword ptr [rsp+0x20], rcx
	jmp L13
L12:
	mov r8, qword ptr [rsp+0x18]
	mov ecx, dword ptr [r15+rax+0x18]
	mov rdx, rdi
	imul edx, ecx
	mov ecx, dword ptr [r15+rax+0x10]
	mov qword ptr [rsp+0x20], rcx
	mov rcx, rdi
	imul ecx, dword ptr [rsp+0x20]
	mov qword ptr [rsp+0x20], rcx
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L13:
	test r8d, r8d
	jz L14
	cmp edx, dword ptr [rsp+0x20]
	jnb L33
	mov ecx, dword ptr [r15+r8]
	lea ecx, ptr [rcx-0x8]
	shr ecx, 0x2
	lea ecx, ptr [rcx-0x1]
	and ecx, edx
	lea ecx, ptr [r8+4*rcx]
	mov ecx, dword ptr [r15+rcx+0x8]
	test ecx, ecx
	jz L29
	lea ecx, ptr [rcx-0x1]
	imul ecx, edi
	lea ecx, ptr [rax+rcx]
	jmp L15
L14:
	cmp edx, dword ptr [rsp+0x20]
	jnb L29
	lea ecx, ptr [rax+rdx]
L15:
	mov qword ptr [rsp+0x28], rcx
	mov rcx, qword ptr [r15+rcx+0x28]
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
	mov qword ptr [rsp+0x30], rcx
	mov ecx, dword ptr [rsp+0x8]
	mov esi, dword ptr [rsp+0x30]
	mov eax, dword ptr [r15+rcx+0x8]
	cmp eax, dword ptr [r15+rsi+0x8]
	jnz L26
	mov qword ptr [rsp+0x30], rax
	movzx eax, byte ptr [r15+rcx+0x5]
	mov qword ptr [rsp+0x38], rax
	movzx eax, byte ptr [r15+rsi+0x5]
	mov qword ptr [rsp+0x40], rax
	mov rax, qword ptr [rsp+0x38]
	and eax, dword ptr [rsp+0x40]
	test eax, 0x1
	jnz L26
	mov eax, dword ptr [r15+rcx+0xc]
	mov qword ptr [rsp+0x40], rax
	mov eax, dword ptr [r15+rsi+0xc]
	cmp dword ptr [rsp+0x40], eax
	jz L16
	cmp dword ptr [rsp+0x40], 0x0
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
	movzx r8d, byte ptr [r15+rax+0x4]
	lea r8d, ptr [r8-0x2]
	mov ecx, dword ptr [r15+rcx+0x14]
	mov qword ptr [rsp+0x40], r8
	mov r8, rcx
	mov rcx, qword ptr [rsp+0x40]
	shl r8d, cl
	lea ecx, ptr [r8+0x10]
	lea eax, ptr [rax+rcx]
	mov r8, qword ptr [rsp+0x40]
	jmp L18
L17:
	lea ecx, ptr [rcx+0x10]
	lea r8d, ptr [rax-0x2]
	mov rax, rcx
L18:
	movzx ecx, byte ptr [r15+rsi+0x4]
	cmp ecx, 0x3
	jbe L19
	cmp ecx, 0x5
	jnz L33
	mov ecx, dword ptr [r15+rsi+0x10]
	mov qword ptr [rsp+0x40], rcx
	movzx ecx, byte ptr [r15+rcx+0x4]
	lea ecx, ptr [rcx-0x2]
	mov esi, dword ptr [r15+rsi+0x14]
	mov qword ptr [rsp+0x38], rcx
	mov rcx, qword ptr [rsp+0x38]
	shl esi, cl
	lea ecx, ptr [rsi+0x10]
	mov rsi, qword ptr [rsp+0x40]
	lea ecx, ptr [rsi+rcx]
	mov rsi, rcx
	mov rcx, qword ptr [rsp+0x38]
	jmp L20
L19:
	lea esi, ptr [rsi+0x10]
	lea ecx, ptr [rcx-0x2]
L20:
	cmp r8d, ecx
	jnz L23
	mov rcx, r8
	mov r8, qword ptr [rsp+0x30]
	shl r8d, cl
	mov qword ptr [rsp+0x38], r8
	mov ecx, 0x0
	nop word ptr [rax+rax], ax
	data16 nop
L21:
	lea r8d, ptr [rcx+0x8]
	cmp r8d, dword ptr [rsp+0x38]
	jnbe L22
	mov qword ptr [rsp+0x40], r8
	lea r8d, ptr [rax+rcx]
	lea ecx, ptr [rsi+rcx]
	mov r8, qword ptr [r15+r8]
	cmp r8, qword ptr [r15+rcx]
	jnz L26
	mov rcx, qword ptr [rsp+0x40]
	jmp L21
L22:
	cmp ecx, dword ptr [rsp+0x38]
	jnb L28
	lea r8d, ptr [rax+rcx]
	movzx r8d, byte ptr [r15+r8]
	mov qword ptr [rsp+0x40], r8
	lea r8d, ptr [rsi+rcx]
	movzx r8d, byte ptr [r15+r8]
	cmp dword ptr [rsp+0x40], r8d
	jnz L26
	lea ecx, ptr [rcx+0x1]
	jmp L22
L23:
	test r8d, r8d
	jnz L24
	mov r11, rax
	mov rax, rsi
	mov rsi, r11
L24:
	mov ecx, 0x0
	nop dword ptr [rax+rax], eax
L25:
	cmp ecx, dword ptr [rsp+0x30]
	jnb L28
	lea r8d, ptr [rsi+rcx]
	movzx r8d, byte ptr [r15+r8]
	mov qword ptr [rsp+0x38], r8
	lea r8d, ptr [rax+2*rcx]
	movzx r8d, word ptr [r15+r8]
	cmp dword ptr [rsp+0x38], r8d
	jnz L26
	lea ecx, ptr [rcx+0x1]
	jmp L25
L26:
	cmp dword ptr [rsp+0x18], 0x0
	jz L27
	lea edx, ptr [rdx+0x1]
	mov rax, qword ptr [rsp+0x10]
	mov r8, qword ptr [rsp+0x18]
	jmp L13
L27:
	lea edx, ptr [rdx+rdi]
	mov rax, qword ptr [rsp+0x10]
	mov r8, qword ptr [rsp+0x18]
	jmp L13
L28:
	mov rcx, qword ptr [rsp+0x28]
	lea eax, ptr [rcx+0x28]
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
	add rsp, 0x48
	ret
L32:
	mov eax, 0x8
	add rsp, 0x48
	ret
L33:
	mov eax, 0x0
	add rsp, 0x48
	ret
C1:
	.quad 0x9e3779b97f4a7c15
C2:
	.quad 0xbf58476d1ce4e5b9
