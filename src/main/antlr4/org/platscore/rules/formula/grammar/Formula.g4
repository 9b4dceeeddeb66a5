/**
 * Formulas of the rules language. From the loosest to the tightest: OR, AND, NOT, comparisons, + and -, * and /, ^, unary
 * minus. Operators of one line work from the left: 2^3^2 is 64; unary minus is tighter than ^: -2^2 is 4.
 */
grammar Formula;

formula    : anyOf EOF ;
anyOf      : allOf (OR allOf)* ;
allOf      : inverse (AND inverse)* ;
inverse    : NOT inverse | comparison ;
comparison : sum (COMPARE sum)* ;
sum        : product ((PLUS | MINUS) product)* ;
product    : power ((TIMES | OVER) power)* ;
power      : signed (TO_THE signed)* ;
signed     : MINUS signed | atom ;
atom       : NUMBER                                         # number
           | TEXT                                           # text
           | (TRUE | FALSE)                                 # truth
           | NAME OPEN (anyOf (COMMA anyOf)*)? CLOSE        # call
           | (NAME | DOTTED)                                # name
           | OPEN anyOf CLOSE                               # bracketed
           ;

OR      : 'OR' ;
AND     : 'AND' ;
NOT     : 'NOT' ;
TRUE    : 'TRUE' ;
FALSE   : 'FALSE' ;
COMPARE : '=' | '==' | '<>' | '!=' | '<' | '<=' | '>' | '>=' ;
PLUS    : '+' ;
MINUS   : '-' ;
TIMES   : '*' ;
OVER    : '/' ;
TO_THE  : '^' ;
OPEN    : '(' ;
CLOSE   : ')' ;
COMMA   : ',' ;
NUMBER  : DIGITS ('.' DIGITS)? ([eE] [+-]? DIGITS)? ;
TEXT    : '"' (~'"' | '""')* '"' ;
NAME    : LETTER (LETTER | [\p{M}\p{Nd}_])* ;
DOTTED  : NAME ('.' NAME)+ ;
BLANKS  : [ \t\r\n\u3000]+ -> skip ;

// What people write and formulas do not know; each is told with what to write instead.
SUFFIXED  : NUMBER [%‰千万亿元％]+ ;
MISTAKEN  : '=>' | '=<' | '><' | '&&' | '||' | '**' | '!' | '&' | '|' ;
CURLED    : [“”„‟＂「」『』] ~["“”„‟＂「」『』]* [“”„‟＂「」『』] ;
APOSTROPHED : ['‘’＇] ~["'‘’＇]* ['‘’＇] ;
UNCLOSED  : '"' (~'"' | '""')* ;
STRAY     : . ;

fragment DIGITS : [0-9]+ ;
fragment LETTER : [\p{L}] ;
