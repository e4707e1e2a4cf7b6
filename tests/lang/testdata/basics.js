function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
same(fib(15), 610, 'fib');
same([1, 2, 3].length, 3, 'length');
