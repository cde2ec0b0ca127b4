namespace FashionRecs.Domain.Preferences;

/// <summary>A symmetric matrix kept as its lower triangle, row by row: n (n + 1) / 2 numbers.</summary>
internal static class PackedSymmetric
{
    public static int Length(int size) => size * (size + 1) / 2;

    public static int At(int row, int column) => row >= column ? (row * (row + 1) / 2) + column : (column * (column + 1) / 2) + row;

    /// <summary>result = matrix · vector.</summary>
    public static double[] Multiply(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector)
    {
        var result = new double[vector.Length];
        var at = 0;
        for (var row = 0; row < vector.Length; row++)
        {
            for (var column = 0; column < row; column++, at++)
            {
                result[row] += matrix[at] * vector[column];
                result[column] += matrix[at] * vector[row];
            }

            result[row] += matrix[at++] * vector[row];
        }

        return result;
    }

    /// <summary>One column of a matrix of some size.</summary>
    public static void CopyColumn(ReadOnlySpan<double> matrix, int column, Span<double> to)
    {
        for (var row = 0; row < to.Length; row++)
        {
            to[row] = matrix[At(row, column)];
        }
    }

    /// <summary>matrix += factor · vector · vectorᵀ.</summary>
    public static void AddOuter(Span<double> matrix, double factor, ReadOnlySpan<double> vector)
    {
        var at = 0;
        for (var row = 0; row < vector.Length; row++)
        {
            var scaled = factor * vector[row];
            for (var column = 0; column <= row; column++)
            {
                matrix[at++] += scaled * vector[column];
            }
        }
    }

    /// <summary>Makes one variable independent of all others, with the given variance.</summary>
    public static void Isolate(Span<double> matrix, int size, int variable, double variance)
    {
        for (var other = 0; other < size; other++)
        {
            matrix[At(variable, other)] = 0;
        }

        matrix[At(variable, variable)] = variance;
    }
}
