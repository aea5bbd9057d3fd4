model = "sedan"
engine = "gpt-turbo-diesel"
# gpt-4o is only named here
