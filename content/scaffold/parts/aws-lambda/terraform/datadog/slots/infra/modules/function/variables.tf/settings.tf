
layers = list(string)
