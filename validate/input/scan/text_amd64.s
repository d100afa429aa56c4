#include "textflag.h"
#include "common_amd64.h"

// MARK turns the 32 bytes in Y0 into bits: those that are marked, what is odd,
// 0xC3, and what is less than 0xC0. A byte beyond ASCII is negative, so that it
// is less than a space.
#define MARK(marked, odd, lead, next) \
	VPCMPEQB  Y0, Y2, Y10   \ // LF
	VPCMPEQB  Y0, Y3, Y11   \ // CR
	VPOR      Y10, Y11, Y10 \
	VPCMPEQB  Y0, Y4, Y11   \ // TAB
	VPOR      Y10, Y11, Y11 \
	VPCMPGTB  Y0, Y5, Y12   \ // less than a space
	VPANDN    Y12, Y11, Y11 \
	VPCMPEQB  Y0, Y6, Y12   \ // DEL
	VPOR      Y11, Y12, Y11 \
	VPMOVMSKB Y11, odd      \
	VPCMPEQB  Y0, Y8, Y11   \ // separators
	VPCMPEQB  Y0, Y9, Y12   \ // quotes
	VPOR      Y10, Y11, Y10 \
	VPOR      Y10, Y12, Y10 \
	VPMOVMSKB Y10, marked   \
	VPCMPEQB  Y0, Y7, Y10   \ // 0xC3
	VPMOVMSKB Y10, lead     \
	VPCMPGTB  Y0, Y1, Y10   \ // less than 0xC0
	VPMOVMSKB Y10, next

// PLACE writes where the lowest bit of AX stands, which starts at R14, and takes
// it away. Where there is none, what it writes is not looked at.
#define PLACE(to) \
	TZCNTQ AX, R10  \
	ADDL   R14, R10 \
	MOVL   R10, to  \
	BLSRQ  AX, AX

#define EIGHT(at) \
	PLACE(at+0(DI))  \
	PLACE(at+4(DI))  \
	PLACE(at+8(DI))  \
	PLACE(at+12(DI)) \
	PLACE(at+16(DI)) \
	PLACE(at+20(DI)) \
	PLACE(at+24(DI)) \
	PLACE(at+28(DI))

// func textVectors(marks *uint32, odd *Odd, text *byte, n int, place uint32, separator, quote byte) (found int)
TEXT ·textVectors(SB), NOSPLIT, $0-48
	MOVQ marks+0(FP), DI
	MOVQ odd+8(FP), R13
	MOVQ text+16(FP), SI
	MOVQ n+24(FP), CX
	MOVL place+32(FP), R14
	CMPB ·hasWide(SB), $0
	JNE  textWide
	VPBROADCASTB separator+36(FP), Y8
	VPBROADCASTB quote+37(FP), Y9
	VPBROADCASTB chars<>+0(SB), Y2
	VPBROADCASTB chars<>+1(SB), Y3
	VPBROADCASTB chars<>+2(SB), Y4
	VPBROADCASTB chars<>+3(SB), Y5
	VPBROADCASTB chars<>+4(SB), Y6
	VPBROADCASTB chars<>+5(SB), Y7
	VPBROADCASTB chars<>+6(SB), Y1

textBlock:
	VMOVDQU 32(SI), Y0
	MARK(AX, BX, DX, R8)
	VMOVDQU (SI), Y0
	MARK(R9, R10, R11, R12)
	JOIN(R9, AX)
	JOIN(R10, BX)
	JOIN(R11, DX)
	JOIN(R12, R8)

textMarked:
	MOVQ    BX, (R13)
	SHRQ    $1, R8
	ANDQ    DX, R8          // where letters begin
	LEAQ    (R8)(R8*2), R9  // and their second bytes
	NOTQ    R9
	ANDQ    BX, R9
	LEAQ    (R8*4), R10
	ANDQ    R8, R10         // behind another letter
	ORQ     R10, R9
	SHRQ    $63, BX
	SHLQ    $63, BX
	ORQ     BX, R9
	MOVQ    R9, 8(R13)

	// There are at most eight marks nearly always.
	POPCNTQ AX, R9
	EIGHT(0)
	CMPQ    R9, $8
	JLS     textPlaced
	EIGHT(32)
	CMPQ    R9, $16
	JLS     textPlaced
	LEAQ    64(DI), R11

textPlace:
	PLACE((R11))
	ADDQ    $4, R11
	TESTQ   AX, AX
	JNZ     textPlace

textPlaced:
	LEAQ    (DI)(R9*4), DI
	ADDQ    $64, SI
	ADDL    $64, R14
	ADDQ    $16, R13
	DECQ    CX
	JZ      textDone
	CMPB    ·hasWide(SB), $0
	JE      textBlock
	JMP     textWideBlock

textDone:
	SUBQ    marks+0(FP), DI
	SHRQ    $2, DI
	MOVQ    DI, found+40(FP)
	VZEROUPPER
	RET

textWide: // the same, 64 bytes at once
	VPBROADCASTB separator+36(FP), Z8
	VPBROADCASTB quote+37(FP), Z9
	VPBROADCASTB chars<>+0(SB), Z2
	VPBROADCASTB chars<>+1(SB), Z3
	VPBROADCASTB chars<>+2(SB), Z4
	VPBROADCASTB chars<>+3(SB), Z5
	VPBROADCASTB chars<>+4(SB), Z6
	VPBROADCASTB chars<>+5(SB), Z7
	VPBROADCASTB chars<>+6(SB), Z1

textWideBlock:
	VMOVDQU8 (SI), Z0
	VPCMPEQB Z0, Z2, K1     // LF
	VPCMPEQB Z0, Z3, K2     // CR
	VPCMPEQB Z0, Z4, K3     // TAB
	VPCMPB   $1, Z5, Z0, K4 // less than a space
	VPCMPEQB Z0, Z6, K5     // DEL
	KORQ     K1, K2, K1
	KORQ     K1, K3, K3
	KANDNQ   K4, K3, K4
	KORQ     K4, K5, K4
	KMOVQ    K4, BX
	VPCMPEQB Z0, Z8, K2     // separators
	VPCMPEQB Z0, Z9, K3     // quotes
	KORQ     K1, K2, K1
	KORQ     K1, K3, K1
	KMOVQ    K1, AX
	VPCMPEQB Z0, Z7, K2     // 0xC3
	KMOVQ    K2, DX
	VPCMPB   $1, Z1, Z0, K3 // less than 0xC0
	KMOVQ    K3, R8
	JMP      textMarked
