prompt = "Enter your name: "
SYSTEM_MESSAGE = "The system will restart in five minutes."
name = input(prompt)
