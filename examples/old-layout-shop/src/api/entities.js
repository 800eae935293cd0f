import { base44 } from './base44Client';

export const Product = base44.entities.Product;

export const Order = base44.entities.Order;

export const CartItem = base44.entities.CartItem;

export const Coupon = base44.entities.Coupon;

// auth sdk:
export const User = base44.auth;
