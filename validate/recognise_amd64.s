#include "go_asm.h"
#include "textflag.h"

#define TEXT_SIZE    Cell_Raw+8
#define GLANCE_EDGES columnSpace_glance+Glance_Edges
#define GLANCE_LEAST columnSpace_glance+Glance_Least
#define GLANCE_MOST  columnSpace_glance+Glance_Most

// EDGE keeps of R12 what a byte of the text may be, as bits at a place of the
// edges in AX.
#define EDGE(byte, bit) \
	MOVBLZX byte, R13         \
	MOVBLZX (AX)(R13*1), R13  \
	SHRL    $bit, R13         \
	ANDL    R13, R12

// func passKnown(r *recognition)
TEXT ·passKnown(SB), NOSPLIT, $0-8
	MOVQ  r+0(FP), DI
	MOVQ  recognition_next(DI), BX
	MOVQ  BX, AX
	IMULQ $Cell__size, AX
	MOVQ  recognition_cells(DI), R8
	ADDQ  AX, R8
	MOVQ  BX, AX
	IMULQ $columnSpace__size, AX
	MOVQ  recognition_columns(DI), R9
	ADDQ  AX, R9
	MOVQ  recognition_unknown(DI), R10
	MOVQ  recognition_left(DI), R11

cell:
	CMPQ BX, recognition_n(DI)
	JGE  stop
	MOVQ Cell_Field(R8), AX
	CMPQ AX, columnSpace_field(R9)
	JNE  stop
	MOVQ TEXT_SIZE(R8), DX
	TESTQ DX, DX
	JZ   empty
	CMPB Cell_JSON(R8), $const_JSONString
	JHI  unknown
	MOVQ Cell_Raw(R8), SI

	// at a glance
	MOVQ GLANCE_EDGES(R9), AX
	TESTQ AX, AX
	JZ   recall
	CMPQ DX, $const_edgeBytes
	JLT  recall
	CMPQ DX, GLANCE_LEAST(R9)
	JLT  recall
	CMPQ DX, GLANCE_MOST(R9)
	JGT  recall
	MOVL $const_AtStart, R12
	EDGE((SI), 0)
	EDGE(-1(SI)(DX*1), 1)
	EDGE(-3(SI)(DX*1), 2)
	EDGE(-4(SI)(DX*1), 2)
	TESTL R12, R12
	JZ   recall
	MOVB $const_Valid, Cell_State(R8)
	INCQ columnSpace_filled(R9)
	JMP  next

recall:
	TESTB $const_recalling, columnSpace_mode(R9)
	JZ   unknown
	CMPQ DX, $const_longestKept
	JHI  unknown
	INCL columnSpace_memo+memo_asked(R9)
	CMPQ DX, $8
	JB   short
	MOVQ (SI), R12
	MOVQ -8(SI)(DX*1), R13

place:
	MOVQ R13, AX
	ROLQ $29, AX
	XORQ R12, AX
	XORQ DX, AX
	MOVQ $0x9e3779b97f4a7c15, CX
	IMULQ CX, AX
	SHRQ $56, AX
	MOVQ columnSpace_memo+memo_kept(R9), R15
	MOVWLZX texts_states(R15)(AX*2), CX
	MOVBLZX CL, R14
	CMPQ R14, DX
	JNE  unknown
	SHLQ $6, AX // of 64 bytes each
	LEAQ texts_words(R15)(AX*1), R15
	CMPQ R12, (R15)
	JNE  unknown
	CMPQ R13, (8*const_lastWord)(R15)
	JNE  unknown
	LEAQ -8(DX), R13
	MOVL $8, R12

within:
	CMPQ R12, R13
	JGE  known
	MOVQ (SI)(R12*1), AX
	CMPQ AX, (R15)(R12*1)
	JNE  unknown
	ADDQ $8, R12
	JMP  within

known:
	SHRL $8, CX
	MOVB CX, Cell_State(R8)
	CMPB CX, $const_Missing
	JEQ  missing
	INCQ columnSpace_filled(R9)

next:
	INCQ BX
	ADDQ $Cell__size, R8
	ADDQ $columnSpace__size, R9
	JMP  cell

empty:
	TESTB $const_quiet, columnSpace_mode(R9)
	JZ   unknown
	MOVB $const_Missing, Cell_State(R8)

missing:
	INCQ recognition_missing(DI)
	JMP  next

unknown:
	MOVQ BX, (R10)(R11*8)
	INCQ R11
	JMP  next

short: // as the function ends has it
	CMPQ DX, $4
	JB   shorter
	MOVL (SI), R12
	MOVL -4(SI)(DX*1), R13
	SHLQ $32, R13
	ORQ  R13, R12
	MOVQ R12, R13
	JMP  place

shorter:
	MOVBLZX (SI), R12
	MOVQ DX, AX
	SHRQ $1, AX
	MOVBLZX (SI)(AX*1), R13
	SHLL $8, R13
	ORL  R13, R12
	MOVBLZX -1(SI)(DX*1), R13
	SHLL $16, R13
	ORL  R13, R12
	MOVQ R12, R13
	JMP  place

stop:
	MOVQ BX, recognition_next(DI)
	MOVQ R11, recognition_left(DI)
	RET
