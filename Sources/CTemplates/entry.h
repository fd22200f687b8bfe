{TEMPLATE, (const char[]){
#embed TEMPLATE suffix(, 0) if_empty(0)
}},
#undef TEMPLATE
