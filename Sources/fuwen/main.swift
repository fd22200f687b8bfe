print("fuwen")
