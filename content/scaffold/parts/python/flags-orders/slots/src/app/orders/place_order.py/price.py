if placed["total"] > _DISCOUNT_ABOVE and shop.flags.is_on(_DISCOUNT_FLAG):
    # Half cents are rounded up, in whole numbers: round() would take them to the nearest even cent.
    placed["discount"] = (placed["total"] * _DISCOUNT_PERCENT + 50) // 100
    placed["total"] -= placed["discount"]
