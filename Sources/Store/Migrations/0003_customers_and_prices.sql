-- Customers governed, price lists with discounts, charges of orders.

SELECT 1;
