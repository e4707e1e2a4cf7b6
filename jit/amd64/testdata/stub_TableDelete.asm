func TableDelete
b0:
	v17:rdi, v18:rsi, v19:rdx = params
	v20 = mov.mov.3 v17:any
	br.cmp.3 cond=2 v20:any v19:any ->b79 ->b3
b3: <-b0
	v22 = mov.mov.3 v17:any
	v23 = mov.mov.3 v22 +8
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffd0000 ->b7 ->b10
b10: <-b3
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffe0000 ->b8 ->b11
b11: <-b10
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffff90000 ->b82 ->b12
b12: <-b11
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffa0000 ->b83 ->b13
b13: <-b12
	jump ->b1
b83: <-b12
	jump ->b6
b82: <-b11
	jump ->b6
b6: <-b82 <-b83
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
	br.cmp.3 cond=3 v29 +8 #0x1000 ->b81 ->b14
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
	v48 = const #0x40
	jump ->b18(v47, v48)
b21: <-b4
	v39 = mov.mov.3 v22 +24
	v40:same1 = imul.3 v24 v39:any
	v41 = mov.mov.3 v22 +16
	v42:same1 = imul.3 v24 v41:any
	jump ->b18(v40, v42)
b18(v3, v4): <-b21 <-b22 <-b62 <-b64 depth=1
	br.test.3 cond=4 v23:any v23:any ->b23 ->b24
b24: <-b18 depth=1
	v50 = lea.lea.3 v23 v3 *2
	v49 = mov.mov.3 v50 +8
	br.test.3 cond=4 v49:any v49:any ->b86 ->b26
b26: <-b24 depth=1
	v52 = lea.lea.3 v49 -1
	v53:same1 = imul.3 v52 v24:any
	v54 = lea.lea.3 v22 v53
	jump ->b19(v54)
b23: <-b18 depth=1
	br.cmp.3 cond=3 v3:any v4:any ->b85 ->b25
b25: <-b23 depth=1
	v51 = lea.lea.3 v22 v3
	jump ->b19(v51)
b19(v5): <-b25 <-b26 depth=1
	v38 = mov.mov.4 v5 +40
	br.cmp.4 cond=4 v38:any v18:any ->b84 ->b30
b30: <-b19 depth=1
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffd0000 ->b28 ->b89
b89: <-b30 depth=1
	jump ->b20
b28: <-b30 depth=1
	br.cmp.3 cond=4 v38:any *129 #0xfffffffffffd0000 ->b29 ->b87
b87: <-b28 depth=1
	jump ->b20
b29: <-b28 depth=1
	v59 = mov.mov.3 v18:any
	v60 = mov.mov.3 v38:any
	v61 = mov.mov.3 v59 +8
	br.cmp.3 cond=5 v61:any v60 +8 ->b88 ->b31
b31: <-b29 depth=1
	v62 = mov.movzxb.3 v59 +5
	v63 = mov.movzxb.3 v60 +5
	v64:same1 = and.3 v62 v63:any
	br.test.3 cond=5 v64:any #0x1 ->b90 ->b32
b32: <-b31 depth=1
	v65 = mov.mov.3 v59 +12
	v66 = mov.mov.3 v60 +12
	br.cmp.3 cond=4 v65:any v66:any ->b91 ->b34
b34: <-b32 depth=1
	br.test.3 cond=4 v65:any v65:any ->b92 ->b35
b35: <-b34 depth=1
	br.test.3 cond=5 v66:any v66:any ->b93 ->b36
b36: <-b35 depth=1
	jump ->b33
b93: <-b35 depth=1
	jump ->b20
b92: <-b34 depth=1
	jump ->b33
b91: <-b32 depth=1
	jump ->b33
b33: <-b91 <-b92 <-b36 depth=1
	v67 = mov.movzxb.3 v59 +4
	br.cmp.3 cond=6 v67:any #0x3 ->b38 ->b39
b39: <-b33 depth=1
	br.cmp.3 cond=5 v67:any #0x5 ->b94 ->b40
b40: <-b39 depth=1
	v71 = mov.mov.3 v59 +16
	v72 = mov.movzxb.3 v71 +4
	v73 = lea.lea.3 v72 -2
	v74 = mov.mov.3 v59 +20
	v75:same1 = shl.3 v74 v73:rcx
	v76 = lea.lea.3 v75 +16
	v77 = lea.lea.3 v71 v76
	jump ->b37(v77, v73)
b38: <-b33 depth=1
	v69 = lea.lea.3 v59 +16
	v70 = lea.lea.3 v67 -2
	jump ->b37(v69, v70)
b37(v6, v7): <-b38 <-b40 depth=1
	v68 = mov.movzxb.3 v60 +4
	br.cmp.3 cond=6 v68:any #0x3 ->b42 ->b43
b43: <-b37 depth=1
	br.cmp.3 cond=5 v68:any #0x5 ->b95 ->b44
b44: <-b43 depth=1
	v80 = mov.mov.3 v60 +16
	v81 = mov.movzxb.3 v80 +4
	v82 = lea.lea.3 v81 -2
	v83 = mov.mov.3 v60 +20
	v84:same1 = shl.3 v83 v82:rcx
	v85 = lea.lea.3 v84 +16
	v86 = lea.lea.3 v80 v85
	jump ->b41(v86, v82)
b42: <-b37 depth=1
	v78 = lea.lea.3 v60 +16
	v79 = lea.lea.3 v68 -2
	jump ->b41(v78, v79)
b41(v8, v9): <-b42 <-b44 depth=1
	br.cmp.3 cond=5 v7:any v9:any ->b45 ->b46
b46: <-b41 depth=1
	v87:same1 = shl.3 v61 v7:rcx
	v88 = const #0x0
	jump ->b49(v88)
b49(v11): <-b46 <-b52 depth=2
	v89 = lea.lea.3 v11 +8
	br.cmp.3 cond=6 v89:any v87:any ->b50 ->b51
b50: <-b49 depth=2
	v90 = lea.lea.3 v6 v11
	v91 = lea.lea.3 v8 v11
	v92 = mov.mov.4 v90
	br.cmp.4 cond=5 v92:any v91 ->b96 ->b52
b52: <-b50 depth=2
	jump ->b49(v89)
b96: <-b50 depth=1
	jump ->b20
b51: <-b49 depth=1
	jump ->b47(v11)
b47(v10): <-b51 <-b54 depth=2
	br.cmp.3 cond=2 v10:any v87:any ->b53 ->b48
b53: <-b47 depth=2
	v94 = lea.lea.3 v6 v10
	v93 = mov.movzxb.3 v94
	v96 = lea.lea.3 v8 v10
	v95 = mov.movzxb.3 v96
	br.cmp.3 cond=5 v93:any v95:any ->b97 ->b54
b54: <-b53 depth=2
	v97 = lea.lea.3 v10 +1
	jump ->b47(v97)
b97: <-b53 depth=1
	jump ->b20
b45: <-b41 depth=1
	br.test.3 cond=5 v7:any v7:any ->b56 ->b57
b57: <-b45 depth=1
	jump ->b55(v6, v8)
b56: <-b45 depth=1
	jump ->b55(v8, v6)
b55(v12, v13): <-b56 <-b57 depth=1
	v98 = const #0x0
	jump ->b58(v98)
b58(v14): <-b55 <-b61 depth=2
	br.cmp.3 cond=2 v14:any v61:any ->b60 ->b59
b60: <-b58 depth=2
	v100 = lea.lea.3 v12 v14
	v99 = mov.movzxb.3 v100
	v102 = lea.lea.3 v13 v14 *1
	v101 = mov.movzxw.3 v102
	br.cmp.3 cond=5 v99:any v101:any ->b98 ->b61
b61: <-b60 depth=2
	v103 = lea.lea.3 v14 +1
	jump ->b58(v103)
b98: <-b60 depth=1
	jump ->b20
b90: <-b31 depth=1
	jump ->b20
b88: <-b29 depth=1
	jump ->b20
b20: <-b87 <-b88 <-b89 <-b90 <-b93 <-b96 <-b97 <-b98 depth=1
	br.test.3 cond=4 v23:any v23:any ->b62 ->b63
b63: <-b20 depth=1
	v105 = lea.lea.3 v4 -1
	br.test.3 cond=4 v105:any v105:any ->b99 ->b64
b64: <-b63 depth=1
	v106 = lea.lea.3 v3 +1
	v107 = mov.mov.3 v23
	v108 = lea.lea.3 v107 -8
	v109:same1 = shr.3 v108 *128 #0x2
	v110 = lea.lea.3 v109 -1
	v111:same1 = and.3 v106 v110:any
	jump ->b18(v111, v105)
b62: <-b20 depth=1
	v104 = lea.lea.3 v3 v24
	jump ->b18(v104, v4)
b99: <-b63
	jump ->b1
b59: <-b58
	jump ->b27
b48: <-b47
	jump ->b27
b95: <-b43
	jump ->b1
b94: <-b39
	jump ->b1
b84: <-b19
	jump ->b27
b27: <-b84 <-b48 <-b59
	v55 = mov.mov.3 v17:any
	v56 = mov.mov.3 v55 +16
	v57 = mov.mov.3 v55 +20
	v58 = lea.lea.3 v57 -1
	br.cmp.3 cond=7 v56:any #0x20 ->b68 ->b69
b69: <-b27
	jump ->b67
b68: <-b27
	v117:same1 = shr.3 v56 *128 #0x3
	br.cmp.3 cond=3 v58:any v117:any ->b70 ->b101
b101: <-b68
	jump ->b1
b70: <-b68
	jump ->b67
b67: <-b69 <-b70
	v116 = mov.mov.3 v55 +28
	storeconst v5 +40 #0xfffa000000000006
	store.mov.3 v55 v58 +20
	br.cmp.3 cond=4 v116:any #0x10 ->b71 ->b100
b100: <-b67
	jump ->b72
b71: <-b67
	storeconst v5 +48 #0xfffa000000000000
	jump ->b72
b72: <-b100 <-b71
	v118 = mov.mov.3 v55 +24
	v119:same1 = imul.3 v118 v116:any
	v120 = lea.lea.3 v55 v119
	jump ->b73(v118, v120)
b73(v15, v16): <-b72 <-b76 depth=1
	br.cmp.3 cond=2 v15:any v56:any ->b75 ->b102
b75: <-b73 depth=1
	v121 = mov.mov.4 v16 +40
	br.cmp.4 cond=4 v121:any #0xfffa000000000006 ->b76 ->b104
b76: <-b75 depth=1
	v122 = lea.lea.3 v15 +1
	v123 = lea.lea.3 v16 v116
	jump ->b73(v122, v123)
b104: <-b75
	jump ->b74
b102: <-b73
	jump ->b74
b74: <-b102 <-b104
	store.mov.3 v55 v15 +24
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffd0000 ->b77 ->b103
b103: <-b74
	jump ->b78
b77: <-b74
	v124 = mov.mov.3 v18:any
	v125 = mov.mov.3 v124 +8
	v126:same1 = shr.3 v125 *128 #0x6
	chargeint v126
	jump ->b78
b78: <-b103 <-b77
	v127 = const #0x1
	ret v127:rax
b85: <-b23
	jump ->b2
b86: <-b24
	jump ->b2
b2: <-b85 <-b86
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffd0000 ->b65 ->b80
b80: <-b2
	jump ->b66
b65: <-b2
	v112 = mov.mov.3 v18:any
	v113 = mov.mov.3 v112 +8
	v114:same1 = shr.3 v113 *128 #0x6
	chargeint v114
	jump ->b66
b66: <-b80 <-b65
	v115 = const #0x0
	ret v115:rax
b81: <-b7
	jump ->b1
b79: <-b0
	jump ->b1
b1: <-b79 <-b81 <-b13 <-b17 <-b94 <-b95 <-b99 <-b101
	v21 = const #0xffffffff
	ret v21:rax

	sub rsp, 0x50
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
	mov qword ptr [rsp+0x20], rdx
	cmp dword ptr [rsp+0x18], 0x0
	jz L12
	mov r8, qword ptr [rsp+0x18]
	mov ecx, dword ptr [r15+r8]
	lea ecx, ptr [rcx-0x8]
	shr ecx, 0x2
	lea ecx, ptr [rcx-0x1]
	and esi, ecx
	mov rcx, rsi
	mov esi, 0x40
	jmp L13
L12:
	mov r8, qword ptr [rsp+0x18]
	mov ecx, dword ptr [r15+rax+0x18]
	mov rsi, rdx
	imul esi, ecx
	mov ecx, dword ptr [r15+rax+0x10]
	mov qword ptr [rsp+0x28], rcx
	mov rcx, rdx
	imul ecx, dword ptr [rsp+0x28]
	mov r11, rsi
	mov rsi, rcx
	mov rcx, r11
	nop dword ptr [rax], eax
L13:
	test r8d, r8d
	jz L14
	lea edi, ptr [r8+4*rcx]
	mov edi, dword ptr [r15+rdi+0x8]
	test edi, edi
	jz L34
	lea edi, ptr [rdi-0x1]
	imul edi, dword ptr [rsp+0x20]
	lea edi, ptr [rax+rdi]
	jmp L15
L14:
	cmp ecx, esi
	jnb L34
	lea edi, ptr [rax+rcx]
L15:
	mov qword ptr [rsp+0x28], rcx
	mov qword ptr [rsp+0x30], rdi
	mov rcx, qword ptr [r15+rdi+0x28]
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
	mov qword ptr [rsp+0x38], rcx
	mov ecx, dword ptr [rsp]
	mov edi, dword ptr [rsp+0x38]
	mov eax, dword ptr [r15+rcx+0x8]
	cmp eax, dword ptr [r15+rdi+0x8]
	jnz L26
	mov qword ptr [rsp+0x38], rax
	movzx eax, byte ptr [r15+rcx+0x5]
	mov qword ptr [rsp+0x40], rax
	movzx eax, byte ptr [r15+rdi+0x5]
	mov qword ptr [rsp+0x48], rax
	mov rax, qword ptr [rsp+0x40]
	and eax, dword ptr [rsp+0x48]
	test eax, 0x1
	jnz L26
	mov eax, dword ptr [r15+rcx+0xc]
	mov qword ptr [rsp+0x48], rax
	mov eax, dword ptr [r15+rdi+0xc]
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
	jnz L36
	mov eax, dword ptr [r15+rcx+0x10]
	movzx edx, byte ptr [r15+rax+0x4]
	lea edx, ptr [rdx-0x2]
	mov ecx, dword ptr [r15+rcx+0x14]
	mov qword ptr [rsp+0x48], rdx
	mov rdx, rcx
	mov rcx, qword ptr [rsp+0x48]
	shl edx, cl
	lea ecx, ptr [rdx+0x10]
	lea eax, ptr [rax+rcx]
	mov rdx, qword ptr [rsp+0x48]
	jmp L18
L17:
	lea ecx, ptr [rcx+0x10]
	lea edx, ptr [rax-0x2]
	mov rax, rcx
L18:
	movzx ecx, byte ptr [r15+rdi+0x4]
	cmp ecx, 0x3
	jbe L19
	cmp ecx, 0x5
	jnz L36
	mov ecx, dword ptr [r15+rdi+0x10]
	mov qword ptr [rsp+0x48], rcx
	movzx ecx, byte ptr [r15+rcx+0x4]
	lea ecx, ptr [rcx-0x2]
	mov edi, dword ptr [r15+rdi+0x14]
	mov qword ptr [rsp+0x40], rcx
	mov rcx, qword ptr [rsp+0x40]
	shl edi, cl
	lea ecx, ptr [rdi+0x10]
	mov rdi, qword ptr [rsp+0x48]
	lea ecx, ptr [rdi+rcx]
	mov rdi, rcx
	mov rcx, qword ptr [rsp+0x40]
	jmp L20
L19:
	lea edi, ptr [rdi+0x10]
	lea ecx, ptr [rcx-0x2]
L20:
	cmp edx, ecx
	jnz L23
	mov rcx, rdx
	mov rdx, qword ptr [rsp+0x38]
	shl edx, cl
	mov qword ptr [rsp+0x40], rdx
	mov ecx, 0x0
	nop dword ptr [rax+rax], eax
L21:
	lea edx, ptr [rcx+0x8]
	cmp edx, dword ptr [rsp+0x40]
	jnbe L22
	mov qword ptr [rsp+0x48], rdx
	lea edx, ptr [rax+rcx]
	lea ecx, ptr [rdi+rcx]
	mov rdx, qword ptr [r15+rdx]
	cmp rdx, qword ptr [r15+rcx]
	jnz L26
	mov rcx, qword ptr [rsp+0x48]
	jmp L21
L22:
	cmp ecx, dword ptr [rsp+0x40]
	jnb L28
	lea edx, ptr [rax+rcx]
	movzx edx, byte ptr [r15+rdx]
	mov qword ptr [rsp+0x48], rdx
	lea edx, ptr [rdi+rcx]
	movzx edx, byte ptr [r15+rdx]
	cmp dword ptr [rsp+0x48], edx
	jnz L26
	lea ecx, ptr [rcx+0x1]
	jmp L22
L23:
	test edx, edx
	jnz L24
	mov r11, rax
	mov rax, rdi
	mov rdi, r11
L24:
	mov ecx, 0x0
	nop word ptr [rax+rax], ax
	nop word ptr [rax+rax], ax
L25:
	cmp ecx, dword ptr [rsp+0x38]
	jnb L28
	lea edx, ptr [rdi+rcx]
	movzx edx, byte ptr [r15+rdx]
	mov qword ptr [rsp+0x40], rdx
	lea edx, ptr [rax+2*rcx]
	movzx edx, word ptr [r15+rdx]
	cmp dword ptr [rsp+0x40], edx
	jnz L26
	lea ecx, ptr [rcx+0x1]
	jmp L25
L26:
	test r8d, r8d
	jz L27
	lea esi, ptr [rsi-0x1]
	test esi, esi
	jz L36
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
	mov rdx, qword ptr [rsp+0x20]
	lea ecx, ptr [rcx+rdx]
	mov rax, qword ptr [rsp+0x10]
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
	mov rdi, qword ptr [rsp+0x30]
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
	add rsp, 0x50
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
	add rsp, 0x50
	ret
L36:
	mov eax, -0x1
	add rsp, 0x50
	ret
C1:
	.quad 0x9e3779b97f4a7c15
C2:
	.quad 0xbf58476d1ce4e5b9
C3:
	.quad 0xfffa000000000006
