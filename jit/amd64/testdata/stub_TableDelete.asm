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
	v48 = lea.lea.3 v47 +64
	jump ->b18(v47, v48)
b21: <-b4
	v39 = mov.mov.3 v22 +24
	v40:same1 = imul.3 v24 v39:any
	v41 = mov.mov.3 v22 +16
	v42:same1 = imul.3 v24 v41:any
	jump ->b18(v40, v42)
b18(v3, v4): <-b21 <-b22 <-b63 <-b64 depth=1
	br.test.3 cond=4 v23:any v23:any ->b23 ->b24
b24: <-b18 depth=1
	br.cmp.3 cond=3 v3:any v4:any ->b86 ->b26
b26: <-b24 depth=1
	v50 = mov.mov.3 v23
	v51 = lea.lea.3 v50 -8
	v52:same1 = shr.3 v51 *128 #0x2
	v53 = lea.lea.3 v52 -1
	v54:same1 = and.3 v3 v53:any
	v56 = lea.lea.3 v23 v54 *2
	v55 = mov.mov.3 v56 +8
	br.test.3 cond=4 v55:any v55:any ->b87 ->b27
b27: <-b26 depth=1
	v57 = lea.lea.3 v55 -1
	v58:same1 = imul.3 v57 v24:any
	v59 = lea.lea.3 v22 v58
	jump ->b19(v59)
b23: <-b18 depth=1
	br.cmp.3 cond=3 v3:any v4:any ->b85 ->b25
b25: <-b23 depth=1
	v49 = lea.lea.3 v22 v3
	jump ->b19(v49)
b19(v5): <-b25 <-b27 depth=1
	v38 = mov.mov.4 v5 +40
	br.cmp.4 cond=4 v38:any v18:any ->b84 ->b31
b31: <-b19 depth=1
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffd0000 ->b29 ->b90
b90: <-b31 depth=1
	jump ->b20
b29: <-b31 depth=1
	br.cmp.3 cond=4 v38:any *129 #0xfffffffffffd0000 ->b30 ->b88
b88: <-b29 depth=1
	jump ->b20
b30: <-b29 depth=1
	v64 = mov.mov.3 v18:any
	v65 = mov.mov.3 v38:any
	v66 = mov.mov.3 v64 +8
	br.cmp.3 cond=5 v66:any v65 +8 ->b89 ->b32
b32: <-b30 depth=1
	v67 = mov.movzxb.3 v64 +5
	v68 = mov.movzxb.3 v65 +5
	v69:same1 = and.3 v67 v68:any
	br.test.3 cond=5 v69:any #0x1 ->b91 ->b33
b33: <-b32 depth=1
	v70 = mov.mov.3 v64 +12
	v71 = mov.mov.3 v65 +12
	br.cmp.3 cond=4 v70:any v71:any ->b92 ->b35
b35: <-b33 depth=1
	br.test.3 cond=4 v70:any v70:any ->b93 ->b36
b36: <-b35 depth=1
	br.test.3 cond=5 v71:any v71:any ->b94 ->b37
b37: <-b36 depth=1
	jump ->b34
b94: <-b36 depth=1
	jump ->b20
b93: <-b35 depth=1
	jump ->b34
b92: <-b33 depth=1
	jump ->b34
b34: <-b92 <-b93 <-b37 depth=1
	v72 = mov.movzxb.3 v64 +4
	br.cmp.3 cond=6 v72:any #0x3 ->b39 ->b40
b40: <-b34 depth=1
	br.cmp.3 cond=5 v72:any #0x5 ->b95 ->b41
b41: <-b40 depth=1
	v76 = mov.mov.3 v64 +16
	v77 = mov.movzxb.3 v76 +4
	v78 = lea.lea.3 v77 -2
	v79 = mov.mov.3 v64 +20
	v80:same1 = shl.3 v79 v78:rcx
	v81 = lea.lea.3 v80 +16
	v82 = lea.lea.3 v76 v81
	jump ->b38(v82, v78)
b39: <-b34 depth=1
	v74 = lea.lea.3 v64 +16
	v75 = lea.lea.3 v72 -2
	jump ->b38(v74, v75)
b38(v6, v7): <-b39 <-b41 depth=1
	v73 = mov.movzxb.3 v65 +4
	br.cmp.3 cond=6 v73:any #0x3 ->b43 ->b44
b44: <-b38 depth=1
	br.cmp.3 cond=5 v73:any #0x5 ->b96 ->b45
b45: <-b44 depth=1
	v85 = mov.mov.3 v65 +16
	v86 = mov.movzxb.3 v85 +4
	v87 = lea.lea.3 v86 -2
	v88 = mov.mov.3 v65 +20
	v89:same1 = shl.3 v88 v87:rcx
	v90 = lea.lea.3 v89 +16
	v91 = lea.lea.3 v85 v90
	jump ->b42(v91, v87)
b43: <-b38 depth=1
	v83 = lea.lea.3 v65 +16
	v84 = lea.lea.3 v73 -2
	jump ->b42(v83, v84)
b42(v8, v9): <-b43 <-b45 depth=1
	br.cmp.3 cond=5 v7:any v9:any ->b46 ->b47
b47: <-b42 depth=1
	v92:same1 = shl.3 v66 v7:rcx
	v93 = const #0x0
	jump ->b50(v93)
b50(v11): <-b47 <-b53 depth=2
	v94 = lea.lea.3 v11 +8
	br.cmp.3 cond=6 v94:any v92:any ->b51 ->b52
b51: <-b50 depth=2
	v95 = lea.lea.3 v6 v11
	v96 = lea.lea.3 v8 v11
	v97 = mov.mov.4 v95
	br.cmp.4 cond=5 v97:any v96 ->b97 ->b53
b53: <-b51 depth=2
	jump ->b50(v94)
b97: <-b51 depth=1
	jump ->b20
b52: <-b50 depth=1
	jump ->b48(v11)
b48(v10): <-b52 <-b55 depth=2
	br.cmp.3 cond=2 v10:any v92:any ->b54 ->b49
b54: <-b48 depth=2
	v99 = lea.lea.3 v6 v10
	v98 = mov.movzxb.3 v99
	v101 = lea.lea.3 v8 v10
	v100 = mov.movzxb.3 v101
	br.cmp.3 cond=5 v98:any v100:any ->b98 ->b55
b55: <-b54 depth=2
	v102 = lea.lea.3 v10 +1
	jump ->b48(v102)
b98: <-b54 depth=1
	jump ->b20
b46: <-b42 depth=1
	br.test.3 cond=5 v7:any v7:any ->b57 ->b58
b58: <-b46 depth=1
	jump ->b56(v6, v8)
b57: <-b46 depth=1
	jump ->b56(v8, v6)
b56(v12, v13): <-b57 <-b58 depth=1
	v103 = const #0x0
	jump ->b59(v103)
b59(v14): <-b56 <-b62 depth=2
	br.cmp.3 cond=2 v14:any v66:any ->b61 ->b60
b61: <-b59 depth=2
	v105 = lea.lea.3 v12 v14
	v104 = mov.movzxb.3 v105
	v107 = lea.lea.3 v13 v14 *1
	v106 = mov.movzxw.3 v107
	br.cmp.3 cond=5 v104:any v106:any ->b99 ->b62
b62: <-b61 depth=2
	v108 = lea.lea.3 v14 +1
	jump ->b59(v108)
b99: <-b61 depth=1
	jump ->b20
b91: <-b32 depth=1
	jump ->b20
b89: <-b30 depth=1
	jump ->b20
b20: <-b88 <-b89 <-b90 <-b91 <-b94 <-b97 <-b98 <-b99 depth=1
	br.test.3 cond=4 v23:any v23:any ->b63 ->b64
b64: <-b20 depth=1
	v110 = lea.lea.3 v3 +1
	jump ->b18(v110, v4)
b63: <-b20 depth=1
	v109 = lea.lea.3 v3 v24
	jump ->b18(v109, v4)
b60: <-b59
	jump ->b28
b49: <-b48
	jump ->b28
b96: <-b44
	jump ->b1
b95: <-b40
	jump ->b1
b84: <-b19
	jump ->b28
b28: <-b84 <-b49 <-b60
	v60 = mov.mov.3 v17:any
	v61 = mov.mov.3 v60 +16
	v62 = mov.mov.3 v60 +20
	v63 = lea.lea.3 v62 -1
	br.cmp.3 cond=7 v61:any #0x20 ->b68 ->b69
b69: <-b28
	jump ->b67
b68: <-b28
	v116:same1 = shr.3 v61 *128 #0x3
	br.cmp.3 cond=3 v63:any v116:any ->b70 ->b101
b101: <-b68
	jump ->b1
b70: <-b68
	jump ->b67
b67: <-b69 <-b70
	v115 = mov.mov.3 v60 +28
	storeconst v5 +40 #0xfffa000000000006
	store.mov.3 v60 v63 +20
	br.cmp.3 cond=4 v115:any #0x10 ->b71 ->b100
b100: <-b67
	jump ->b72
b71: <-b67
	storeconst v5 +48 #0xfffa000000000000
	jump ->b72
b72: <-b100 <-b71
	v117 = mov.mov.3 v60 +24
	v118:same1 = imul.3 v117 v115:any
	v119 = lea.lea.3 v60 v118
	jump ->b73(v117, v119)
b73(v15, v16): <-b72 <-b76 depth=1
	br.cmp.3 cond=2 v15:any v61:any ->b75 ->b102
b75: <-b73 depth=1
	v120 = mov.mov.4 v16 +40
	br.cmp.4 cond=4 v120:any #0xfffa000000000006 ->b76 ->b104
b76: <-b75 depth=1
	v121 = lea.lea.3 v15 +1
	v122 = lea.lea.3 v16 v115
	jump ->b73(v121, v122)
b104: <-b75
	jump ->b74
b102: <-b73
	jump ->b74
b74: <-b102 <-b104
	store.mov.3 v60 v15 +24
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffd0000 ->b77 ->b103
b103: <-b74
	jump ->b78
b77: <-b74
	v123 = mov.mov.3 v18:any
	v124 = mov.mov.3 v123 +8
	v125:same1 = shr.3 v124 *128 #0x6
	chargeint v125
	jump ->b78
b78: <-b103 <-b77
	v126 = const #0x1
	ret v126:rax
b85: <-b23
	jump ->b2
b87: <-b26
	jump ->b2
b2: <-b85 <-b87
	br.cmp.3 cond=4 v18:any *129 #0xfffffffffffd0000 ->b65 ->b80
b80: <-b2
	jump ->b66
b65: <-b2
	v111 = mov.mov.3 v18:any
	v112 = mov.mov.3 v111 +8
	v113:same1 = shr.3 v112 *128 #0x6
	chargeint v113
	jump ->b66
b66: <-b80 <-b65
	v114 = const #0x0
	ret v114:rax
b86: <-b24
	jump ->b1
b81: <-b7
	jump ->b1
b79: <-b0
	jump ->b1
b1: <-b79 <-b81 <-b13 <-b17 <-b86 <-b95 <-b96 <-b101
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
	lea ecx, ptr [rsi+0x40]
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
	nop word ptr [rax+rax], ax
	nop dword ptr [rax], eax
L13:
	test r8d, r8d
	jz L14
	cmp esi, dword ptr [rsp+0x20]
	jnb L36
	mov ecx, dword ptr [r15+r8]
	lea ecx, ptr [rcx-0x8]
	shr ecx, 0x2
	lea ecx, ptr [rcx-0x1]
	and ecx, esi
	lea ecx, ptr [r8+4*rcx]
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
	nop word ptr [rax+rax], ax
	nop dword ptr [rax+rax], eax
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
	lea esi, ptr [rsi+0x1]
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
