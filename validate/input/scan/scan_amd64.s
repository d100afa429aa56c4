#include "textflag.h"

DATA chars<>+0(SB)/1, $'\n'
DATA chars<>+1(SB)/1, $'\r'
DATA chars<>+2(SB)/1, $'\t'
DATA chars<>+3(SB)/1, $' '
DATA chars<>+4(SB)/1, $0x7f
DATA chars<>+5(SB)/1, $0xc3
DATA chars<>+6(SB)/1, $0xc0
DATA chars<>+7(SB)/1, $0
GLOBL chars<>(SB), RODATA|NOPTR, $8

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

// JOIN puts the bits of the second 32 bytes of a block above those of the first.
#define JOIN(first, second) \
	SHLQ $32, second \
	ORQ  first, second

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

// ENDS turns the 32 bytes in Y0 into bits: line ends, CR, separators, quotes.
#define ENDS(ends, returns, separators, quotes) \
	VPCMPEQB  Y0, Y3, Y11     \
	VPMOVMSKB Y11, returns    \
	VPCMPEQB  Y0, Y2, Y10     \
	VPOR      Y10, Y11, Y10   \
	VPMOVMSKB Y10, ends       \
	VPCMPEQB  Y0, Y8, Y12     \
	VPMOVMSKB Y12, separators \
	VPCMPEQB  Y0, Y9, Y13     \
	VPMOVMSKB Y13, quotes

#define SEEN     0(DI)
#define LAST     8(DI)
#define ROWS     16(DI)
#define LINES    24(DI)
#define WITHIN   32(DI)
#define OTHER    40(DI)
#define CLOSED   48(DI)
#define RETURNED 56(DI)
#define QUOTING  64(DI)

// func tallyVectors(t *Tally, text *byte, n int, separator, quote byte) (plain int)
TEXT ·tallyVectors(SB), NOSPLIT, $0-40
	MOVQ t+0(FP), DI
	MOVQ text+8(FP), SI
	MOVQ n+16(FP), CX
	MOVQ WITHIN, R13
	MOVQ OTHER, R14
	XORQ $1, R14 // a quote may open
	MOVQ CLOSED, R15
	VPCMPEQB X4, X4, X4
	CMPB ·hasWide(SB), $0
	JNE  tallyWide
	VPBROADCASTB separator+24(FP), Y8
	VPBROADCASTB quote+25(FP), Y9
	VPBROADCASTB chars<>+0(SB), Y2
	VPBROADCASTB chars<>+1(SB), Y3

tallyBlock:
	VMOVDQU 32(SI), Y0
	ENDS(AX, BX, DX, R8)
	VMOVDQU (SI), Y0
	ENDS(R9, R10, R11, R12)
	JOIN(R9, AX)
	JOIN(R10, BX)
	JOIN(R11, DX)
	JOIN(R12, R8)

tallyMarked:
	ANDQ    QUOTING, R8
	VMOVQ   R8, X5
	VPCLMULQDQ $0, X4, X5, X5 // without carries, times all ones: the parity of the bits up to each
	VMOVQ   X5, R9
	XORQ    R13, R9           // within
	MOVQ    DX, R10
	ORQ     AX, R10
	ORQ     R8, R10           // a quote may open behind them
	MOVQ    R8, R11
	ANDQ    R9, R11           // opening
	XORQ    R11, R8           // closing
	LEAQ    (R14)(R10*2), R12
	NOTQ    R12
	ANDQ    R12, R11
	LEAQ    (R15)(R8*2), R12
	MOVQ    R10, DX
	NOTQ    DX
	ANDQ    DX, R12
	ORQ     R12, R11
	JNZ     tallied           // not plain

	MOVQ    R10, R14
	SHRQ    $63, R14
	MOVQ    R8, R15
	SHRQ    $63, R15
	MOVQ    R9, R13
	SARQ    $63, R13
	POPCNTQ AX, R10
	MOVQ    R9, R11
	NOTQ    R11
	ANDQ    AX, R11           // ends without quotes around them
	POPCNTQ R11, R12
	MOVQ    BX, DX
	ORQ     RETURNED, DX
	JNZ     returns

counted:
	ADDQ    R12, ROWS
	ADDQ    R10, LINES
	MOVQ    SEEN, R8
	MOVQ    LAST, DX
	BSRQ    R11, R11
	LEAQ    1(R8)(R11*1), R11
	CMOVQNE R11, DX
	MOVQ    DX, LAST
	ADDQ    $64, R8
	MOVQ    R8, SEEN
	ADDQ    $64, SI
	DECQ    CX
	JZ      tallied
	CMPB    ·hasWide(SB), $0
	JE      tallyBlock
	JMP     tallyWideBlock

tallied:
	MOVQ    R13, WITHIN
	XORQ    $1, R14
	MOVQ    R14, OTHER
	MOVQ    R15, CLOSED
	MOVQ    n+16(FP), AX
	SUBQ    CX, AX
	MOVQ    AX, plain+32(FP)
	VZEROUPPER
	RET

returns: // CRLF is one line end
	MOVQ    RETURNED, DX
	LEAQ    (DX)(BX*2), DX
	MOVQ    BX, R8
	NOTQ    R8
	ANDQ    AX, R8
	ANDQ    DX, R8            // LF behind CR
	SHRQ    $63, BX
	MOVQ    BX, RETURNED
	POPCNTQ R8, DX
	SUBQ    DX, R10
	NOTQ    R9
	ANDQ    R9, R8
	POPCNTQ R8, DX
	SUBQ    DX, R12
	JMP     counted

tallyWide: // the same, 64 bytes at once
	VPBROADCASTB separator+24(FP), Z8
	VPBROADCASTB quote+25(FP), Z9
	VPBROADCASTB chars<>+0(SB), Z2
	VPBROADCASTB chars<>+1(SB), Z3

tallyWideBlock:
	VMOVDQU8 (SI), Z0
	VPCMPEQB Z0, Z2, K1
	VPCMPEQB Z0, Z3, K2
	KORQ     K1, K2, K1
	KMOVQ    K1, AX
	KMOVQ    K2, BX
	VPCMPEQB Z0, Z8, K3
	KMOVQ    K3, DX
	VPCMPEQB Z0, Z9, K4
	KMOVQ    K4, R8
	JMP      tallyMarked
