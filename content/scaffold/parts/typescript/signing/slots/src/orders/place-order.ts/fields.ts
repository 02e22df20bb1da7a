/** Over `id:total`: proves later that nobody altered either. */
signature?: string;
