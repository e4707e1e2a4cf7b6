func TableDelete
b0:
	v17:rdi, v18:rsi, v19:rdx = params
	v20 = mov.mov.3 v17:any
	br.cmp.3 cond=2 v20:any v19:any ->b78 ->b3
b3: <-b0
	v22 = mov.mov.3 v17:any
	v23 = mov.mov.3 v22 +8
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffd0000 ->b7 ->b10
b10: <-b3
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffe0000 ->b8 ->b11
b11: <-b10
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffff90000 ->b81 ->b12
b12: <-b11
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffa0000 ->b82 ->b13
b13: <-b12
	jump ->b1
b82: <-b12
	jump ->b6
b81: <-b11
	jump ->b6
b6: <-b81 <-b82
	v25 = mov.mov.3 v18:any
	v26 = mov.imul3.3 v25 #0xffffffff9e3779b1
	v27:same1 = shr.3 v26 *128 #0xf
	v28:same1 = xor.3 v26 v27:any
	jump ->b4(v28)
b8: <-b10
	v30 = mov.mov.3 v18:any
	v31 = mov.movzxw.3 v30 +6
	v32 = mov.imul3.3 v31 #0xffffffff9e3779b1
	jump ->b5(v32)
b7: <-b3
	v29 = mov.mov.3 v18:any
	br.cmp.3 cond=3 v29 +8 #0x1000 ->b80 ->b14
b14: <-b7
	v33:early = strhash v29:late v34:temp v35:temp v36:temp
	jump ->b5(v33)
b5(v2): <-b8 <-b14
	br.test.3 cond=4 v2:any v2:any ->b9 ->b15
b15: <-b5
	jump ->b4(v2)
b9: <-b5
	br.test.3 cond=4 v23:any v23:any ->b16 ->b17
b17: <-b9
	jump ->b1
b16: <-b9
	v37 = const #0x0
	jump ->b4(v37)
b4(v1): <-b6 <-b15 <-b16
	v24 = mov.mov.3 v22 +28
	br.test.3 cond=4 v23:any v23:any ->b21 ->b22
b22: <-b4
	v43 = mov.mov.3 v23
	v44 = lea.lea.3 v43 -8
	v45:same1 = shr.3 v44 *128 #0x2
	v46 = lea.lea.3 v45 -1
	v47:same1 = and.3 v1 v46:any
	jump ->b18(v47, v46)
b21: <-b4
	v39 = mov.mov.3 v22 +24
	v40:same1 = imul.3 v24 v39:any
	v41 = mov.mov.3 v22 +16
	v42:same1 = imul.3 v24 v41:any
	jump ->b18(v40, v42)
b18(v3, v4): <-b21 <-b22 <-b62 <-b63 depth=1
	br.test.3 cond=4 v23:any v23:any ->b23 ->b24
b24: <-b18 depth=1
	v49 = lea.lea.3 v23 v3 *2
	v48 = mov.mov.3 v49 +8
	br.test.3 cond=4 v48:any v48:any ->b85 ->b26
b26: <-b24 depth=1
	v51 = lea.lea.3 v48 -1
	v52:same1 = imul.3 v51 v24:any
	v53 = lea.lea.3 v22 v52
	jump ->b19(v53)
b23: <-b18 depth=1
	br.cmp.3 cond=3 v3:any v4:any ->b84 ->b25
b25: <-b23 depth=1
	v50 = lea.lea.3 v22 v3
	jump ->b19(v50)
b19(v5): <-b25 <-b26 depth=1
	v38 = mov.mov.4 v5 +40
	br.cmp.4 cond=4 v38:any v18:any ->b83 ->b30
b30: <-b19 depth=1
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffd0000 ->b28 ->b88
b88: <-b30 depth=1
	jump ->b20
b28: <-b30 depth=1
	br.cmp.3 cond=4 v38:any *129 #0xfffffffffffd0000 ->b29 ->b86
b86: <-b28 depth=1
	jump ->b20
b29: <-b28 depth=1
	v58 = mov.mov.3 v18:any
	v59 = mov.mov.3 v38:any
	v60 = mov.mov.3 v58 +8
	br.cmp.3 cond=5 v60:any v59 +8 ->b87 ->b31
b31: <-b29 depth=1
	v61 = mov.movzxb.3 v58 +5
	v62 = mov.movzxb.3 v59 +5
	v63:same1 = and.3 v61 v62:any
	br.test.3 cond=5 v63:any #0x1 ->b89 ->b32
b32: <-b31 depth=1
	v64 = mov.mov.3 v58 +12
	v65 = mov.mov.3 v59 +12
	br.cmp.3 cond=4 v64:any v65:any ->b90 ->b34
b34: <-b32 depth=1
	br.test.3 cond=4 v64:any v64:any ->b91 ->b35
b35: <-b34 depth=1
	br.test.3 cond=5 v65:any v65:any ->b92 ->b36
b36: <-b35 depth=1
	jump ->b33
b92: <-b35 depth=1
	jump ->b20
b91: <-b34 depth=1
	jump ->b33
b90: <-b32 depth=1
	jump ->b33
b33: <-b90 <-b91 <-b36 depth=1
	v66 = mov.movzxb.3 v58 +4
	br.cmp.3 cond=6 v66:any #0x3 ->b38 ->b39
b39: <-b33 depth=1
	br.cmp.3 cond=5 v66:any #0x5 ->b93 ->b40
b40: <-b39 depth=1
	v70 = mov.mov.3 v58 +16
	v71 = mov.movzxb.3 v70 +4
	v72 = lea.lea.3 v71 -2
	v73 = mov.mov.3 v58 +20
	v74:same1 = shl.3 v73 v72:rcx
	v75 = lea.lea.3 v74 +16
	v76 = lea.lea.3 v70 v75
	jump ->b37(v76, v72)
b38: <-b33 depth=1
	v68 = lea.lea.3 v58 +16
	v69 = lea.lea.3 v66 -2
	jump ->b37(v68, v69)
b37(v6, v7): <-b38 <-b40 depth=1
	v67 = mov.movzxb.3 v59 +4
	br.cmp.3 cond=6 v67:any #0x3 ->b42 ->b43
b43: <-b37 depth=1
	br.cmp.3 cond=5 v67:any #0x5 ->b94 ->b44
b44: <-b43 depth=1
	v79 = mov.mov.3 v59 +16
	v80 = mov.movzxb.3 v79 +4
	v81 = lea.lea.3 v80 -2
	v82 = mov.mov.3 v59 +20
	v83:same1 = shl.3 v82 v81:rcx
	v84 = lea.lea.3 v83 +16
	v85 = lea.lea.3 v79 v84
	jump ->b41(v85, v81)
b42: <-b37 depth=1
	v77 = lea.lea.3 v59 +16
	v78 = lea.lea.3 v67 -2
	jump ->b41(v77, v78)
b41(v8, v9): <-b42 <-b44 depth=1
	br.cmp.3 cond=5 v7:any v9:any ->b45 ->b46
b46: <-b41 depth=1
	v86:same1 = shl.3 v60 v7:rcx
	v87 = const #0x0
	jump ->b49(v87)
b49(v11): <-b46 <-b52 depth=2
	v88 = lea.lea.3 v11 +8
	br.cmp.3 cond=6 v88:any v86:any ->b50 ->b51
b50: <-b49 depth=2
	v89 = lea.lea.3 v6 v11
	v90 = lea.lea.3 v8 v11
	v91 = mov.mov.4 v89
	br.cmp.4 cond=5 v91:any v90 ->b95 ->b52
b52: <-b50 depth=2
	jump ->b49(v88)
b95: <-b50 depth=1
	jump ->b20
b51: <-b49 depth=1
	jump ->b47(v11)
b47(v10): <-b51 <-b54 depth=2
	br.cmp.3 cond=2 v10:any v86:any ->b53 ->b48
b53: <-b47 depth=2
	v93 = lea.lea.3 v6 v10
	v92 = mov.movzxb.3 v93
	v95 = lea.lea.3 v8 v10
	v94 = mov.movzxb.3 v95
	br.cmp.3 cond=5 v92:any v94:any ->b96 ->b54
b54: <-b53 depth=2
	v96 = lea.lea.3 v10 +1
	jump ->b47(v96)
b96: <-b53 depth=1
	jump ->b20
b45: <-b41 depth=1
	br.test.3 cond=5 v7:any v7:any ->b56 ->b57
b57: <-b45 depth=1
	jump ->b55(v6, v8)
b56: <-b45 depth=1
	jump ->b55(v8, v6)
b55(v12, v13): <-b56 <-b57 depth=1
	v97 = const #0x0
	jump ->b58(v97)
b58(v14): <-b55 <-b61 depth=2
	br.cmp.3 cond=2 v14:any v60:any ->b60 ->b59
b60: <-b58 depth=2
	v99 = lea.lea.3 v12 v14
	v98 = mov.movzxb.3 v99
	v101 = lea.lea.3 v13 v14 *1
	v100 = mov.movzxw.3 v101
	br.cmp.3 cond=5 v98:any v100:any ->b97 ->b61
b61: <-b60 depth=2
	v102 = lea.lea.3 v14 +1
	jump ->b58(v102)
b97: <-b60 depth=1
	jump ->b20
b89: <-b31 depth=1
	jump ->b20
b87: <-b29 depth=1
	jump ->b20
b20: <-b86 <-b87 <-b88 <-b89 <-b92 <-b95 <-b96 <-b97 depth=1
	br.test.3 cond=4 v23:any v23:any ->b62 ->b63
b63: <-b20 depth=1
	v104 = lea.lea.3 v3 +1
	v105:same1 = and.3 v104 v4:any
	jump ->b18(v105, v4)
b62: <-b20 depth=1
	v103 = lea.lea.3 v3 v24
	jump ->b18(v103, v4)
b59: <-b58
	jump ->b27
b48: <-b47
	jump ->b27
b94: <-b43
	jump ->b1
b93: <-b39
	jump ->b1
b83: <-b19
	jump ->b27
b27: <-b83 <-b48 <-b59
	v54 = mov.mov.3 v17:any
	v55 = mov.mov.3 v54 +16
	v56 = mov.mov.3 v54 +20
	v57 = lea.lea.3 v56 -1
	br.cmp.3 cond=7 v55:any #0x20 ->b67 ->b68
b68: <-b27
	jump ->b66
b67: <-b27
	v111:same1 = shr.3 v55 *128 #0x3
	br.cmp.3 cond=3 v57:any v111:any ->b69 ->b99
b99: <-b67
	jump ->b1
b69: <-b67
	jump ->b66
b66: <-b68 <-b69
	v110 = mov.mov.3 v54 +28
	storeconst v5 +40 #0xfffa000000000006
	store.mov.3 v54 v57 +20
	br.cmp.3 cond=4 v110:any #0x10 ->b70 ->b98
b98: <-b66
	jump ->b71
b70: <-b66
	storeconst v5 +48 #0xfffa000000000000
	jump ->b71
b71: <-b98 <-b70
	v112 = mov.mov.3 v54 +24
	v113:same1 = imul.3 v112 v110:any
	v114 = lea.lea.3 v54 v113
	jump ->b72(v112, v114)
b72(v15, v16): <-b71 <-b75 depth=1
	br.cmp.3 cond=2 v15:any v55:any ->b74 ->b100
b74: <-b72 depth=1
	v115 = mov.mov.4 v16 +40
	br.cmp.4 cond=4 v115:any #0xfffa000000000006 ->b75 ->b102
b75: <-b74 depth=1
	v116 = lea.lea.3 v15 +1
	v117 = lea.lea.3 v16 v110
	jump ->b72(v116, v117)
b102: <-b74
	jump ->b73
b100: <-b72
	jump ->b73
b73: <-b100 <-b102
	store.mov.3 v54 v15 +24
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffd0000 ->b76 ->b101
b101: <-b73
	jump ->b77
b76: <-b73
	v118 = mov.mov.3 v18:any
	v119 = mov.mov.3 v118 +8
	v120:same1 = shr.3 v119 *128 #0x6
	chargeint v120
	jump ->b77
b77: <-b101 <-b76
	v121 = const #0x1
	ret v121:rax
b84: <-b23
	jump ->b2
b85: <-b24
	jump ->b2
b2: <-b84 <-b85
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffd0000 ->b64 ->b79
b79: <-b2
	jump ->b65
b64: <-b2
	v106 = mov.mov.3 v18:any
	v107 = mov.mov.3 v106 +8
	v108:same1 = shr.3 v107 *128 #0x6
	chargeint v108
	jump ->b65
b65: <-b79 <-b64
	v109 = const #0x0
	ret v109:rax
b80: <-b7
	jump ->b1
b78: <-b0
	jump ->b1
b1: <-b78 <-b80 <-b13 <-b17 <-b93 <-b94 <-b99
	v21 = const #0xffffffff
	ret v21:rax

	sub rsp, 0x48
; 0:0
	mov qword ptr [rsp], rsi
	mov qword ptr [rsp+0x8], rdi
	mov eax, edi
	cmp eax, edx
	jb L36
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
	jnz L36
L1:
	mov edx, esi
	mov r11d, 0x67aaab7a
	xor r11d, -0x6622d35
	imul edx, r11d
	mov r8, rdx
	shr r8d, 0xf
	xor edx, r8d
	mov rsi, rdx
	jmp L11
L2:
	mov edx, esi
	movzx edx, word ptr [r15+rdx+0x6]
	mov r11d, 0x55eeb047
	xor r11d, -0x3426360a
	imul edx, r11d
	mov rsi, rdx
	jmp L10
L3:
	mov edx, esi
	cmp dword ptr [r15+rdx+0x8], 0x1000
	jnb L36
	mov esi, dword ptr [r15+rdx+0xc]
	test esi, esi
	jnz L10
	cmp byte ptr [r15+rdx+0x4], 0x2
	jnz L10
	mov esi, dword ptr [r15+rdx+0x8]
	cmp esi, 0x40
	jnbe L9
	mov ecx, edx
	mov eax, esi
L4:
	cmp eax, 0x8
	jb L5
	xor rsi, qword ptr [r15+rcx+0x10]
	imul rsi, qword ptr [C1]
	mov r8, rsi
	shr r8, 0x20
	xor rsi, r8
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
	cmp edx, dword ptr [r13+0xcc]
	jb L10
	mov dword ptr [r15+rdx+0xc], esi
	jmp L10
L9:
	xor esi, esi
L10:
	test esi, esi
	jnz L11
	cmp dword ptr [rsp+0x18], 0x0
	jnz L36
	mov esi, 0x0
L11:
	mov rax, qword ptr [rsp+0x10]
	mov edx, dword ptr [r15+rax+0x1c]
	cmp dword ptr [rsp+0x18], 0x0
	jz L12
	mov r8, qword ptr [rsp+0x18]
	mov ecx, dword ptr [r15+r8]
	lea ecx, ptr [rcx-0x8]
	shr ecx, 0x2
	lea ecx, ptr [rcx-0x1]
	and esi, ecx
	mov qword ptr [rsp+0x20], rcx
	jmp L13
L12:
	mov r8, qword ptr [rsp+0x18]
	mov ecx, dword ptr [r15+rax+0x18]
	mov rsi, rdx
	imul esi, ecx
	mov ecx, dword ptr [r15+rax+0x10]
	mov qword ptr [rsp+0x20], rcx
	mov rcx, rdx
	imul ecx, dword ptr [rsp+0x20]
	mov qword ptr [rsp+0x20], rcx
L13:
	test r8d, r8d
	jz L14
	lea ecx, ptr [r8+4*rsi]
	mov ecx, dword ptr [r15+rcx+0x8]
	test ecx, ecx
	jz L34
	lea ecx, ptr [rcx-0x1]
	imul ecx, edx
	lea ecx, ptr [rax+rcx]
	jmp L15
L14:
	cmp esi, dword ptr [rsp+0x20]
	jnb L34
	lea ecx, ptr [rax+rsi]
L15:
	mov qword ptr [rsp+0x28], rcx
	mov rcx, qword ptr [r15+rcx+0x28]
	cmp rcx, qword ptr [rsp]
	jz L28
	mov r11, qword ptr [rsp]
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L26
	mov r11, rcx
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L26
	mov qword ptr [rsp+0x30], rcx
	mov ecx, dword ptr [rsp]
	mov edi, dword ptr [rsp+0x30]
	mov eax, dword ptr [r15+rcx+0x8]
	cmp eax, dword ptr [r15+rdi+0x8]
	jnz L26
	mov qword ptr [rsp+0x30], rax
	movzx eax, byte ptr [r15+rcx+0x5]
	mov qword ptr [rsp+0x38], rax
	movzx eax, byte ptr [r15+rdi+0x5]
	mov qword ptr [rsp+0x40], rax
	mov rax, qword ptr [rsp+0x38]
	and eax, dword ptr [rsp+0x40]
	test eax, 0x1
	jnz L26
	mov eax, dword ptr [r15+rcx+0xc]
	mov qword ptr [rsp+0x40], rax
	mov eax, dword ptr [r15+rdi+0xc]
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
	jnz L36
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
	movzx ecx, byte ptr [r15+rdi+0x4]
	cmp ecx, 0x3
	jbe L19
	cmp ecx, 0x5
	jnz L36
	mov ecx, dword ptr [r15+rdi+0x10]
	mov qword ptr [rsp+0x40], rcx
	movzx ecx, byte ptr [r15+rcx+0x4]
	lea ecx, ptr [rcx-0x2]
	mov edi, dword ptr [r15+rdi+0x14]
	mov qword ptr [rsp+0x38], rcx
	mov rcx, qword ptr [rsp+0x38]
	shl edi, cl
	lea ecx, ptr [rdi+0x10]
	mov rdi, qword ptr [rsp+0x40]
	lea ecx, ptr [rdi+rcx]
	mov rdi, rcx
	mov rcx, qword ptr [rsp+0x38]
	jmp L20
L19:
	lea edi, ptr [rdi+0x10]
	lea ecx, ptr [rcx-0x2]
L20:
	cmp r8d, ecx
	jnz L23
	mov rcx, r8
	mov r8, qword ptr [rsp+0x30]
	shl r8d, cl
	mov qword ptr [rsp+0x38], r8
	mov ecx, 0x0
	nop dword ptr [rax], eax
L21:
	lea r8d, ptr [rcx+0x8]
	cmp r8d, dword ptr [rsp+0x38]
	jnbe L22
	mov qword ptr [rsp+0x40], r8
	lea r8d, ptr [rax+rcx]
	lea ecx, ptr [rdi+rcx]
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
	lea r8d, ptr [rdi+rcx]
	movzx r8d, byte ptr [r15+r8]
	cmp dword ptr [rsp+0x40], r8d
	jnz L26
	lea ecx, ptr [rcx+0x1]
	jmp L22
L23:
	test r8d, r8d
	jnz L24
	mov r11, rax
	mov rax, rdi
	mov rdi, r11
L24:
	mov ecx, 0x0
	nop dword ptr [rax+rax], eax
L25:
	cmp ecx, dword ptr [rsp+0x30]
	jnb L28
	lea r8d, ptr [rdi+rcx]
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
	lea eax, ptr [rsi+0x1]
	and eax, dword ptr [rsp+0x20]
	mov rsi, rax
	mov rax, qword ptr [rsp+0x10]
	mov r8, qword ptr [rsp+0x18]
	jmp L13
L27:
	lea esi, ptr [rsi+rdx]
	mov rax, qword ptr [rsp+0x10]
	mov r8, qword ptr [rsp+0x18]
	jmp L13
L28:
	mov eax, dword ptr [rsp+0x8]
	mov ecx, dword ptr [r15+rax+0x10]
	mov edx, dword ptr [r15+rax+0x14]
	lea edx, ptr [rdx-0x1]
	cmp ecx, 0x20
	jbe L29
	mov rsi, rcx
	shr esi, 0x3
	cmp edx, esi
	jb L36
L29:
	mov esi, dword ptr [r15+rax+0x1c]
	mov rdi, qword ptr [rsp+0x28]
	mov r11, 0xfffa000000000006
	mov qword ptr [r15+rdi+0x28], r11
	mov dword ptr [r15+rax+0x14], edx
	cmp esi, 0x10
	jnz L30
	mov r11, 0xfffa000000000000
	mov qword ptr [r15+rdi+0x30], r11
L30:
	mov edx, dword ptr [r15+rax+0x18]
	mov rdi, rdx
	imul edi, esi
	lea edi, ptr [rax+rdi]
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L31:
	cmp edx, ecx
	jnb L32
	mov r8, qword ptr [r15+rdi+0x28]
	cmp r8, qword ptr [C3]
	jnz L32
	lea edx, ptr [rdx+0x1]
	lea edi, ptr [rdi+rsi]
	jmp L31
L32:
	mov dword ptr [r15+rax+0x18], edx
	mov r11, qword ptr [rsp]
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L33
	mov eax, dword ptr [rsp]
	mov eax, dword ptr [r15+rax+0x8]
	shr eax, 0x6
	movsxd r11, eax
	sub r12, r11
L33:
	mov eax, 0x1
	add rsp, 0x48
	ret
L34:
	mov r11, qword ptr [rsp]
	shr r11, 0x20
	cmp r11d, -0x30000
	jnz L35
	mov eax, dword ptr [rsp]
	mov eax, dword ptr [r15+rax+0x8]
	shr eax, 0x6
	movsxd r11, eax
	sub r12, r11
L35:
	mov eax, 0x0
	add rsp, 0x48
	ret
L36:
	mov eax, -0x1
	add rsp, 0x48
	ret
C1:
	.quad 0x9e3779b97f4a7c15
C2:
	.quad 0xbf58476d1ce4e5b9
C3:
	.quad 0xfffa000000000006
