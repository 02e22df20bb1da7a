const discount = await discountOn(placed.total, ports.flags);
if (discount > 0) {
  placed.total -= discount;
  placed.discount = discount;
}
