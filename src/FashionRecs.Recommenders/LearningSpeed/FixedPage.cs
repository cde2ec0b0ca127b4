namespace FashionRecs.Recommenders.LearningSpeed;

/// <summary>Shows everybody the same products, for example the most popular ones; learns nothing.</summary>
/// <param name="order">All products, best first.</param>
public sealed class FixedPage(int[] order) : IPagePolicy
{
    /// <inheritdoc/>
    public int[] Page(int length) => order[..Math.Min(length, order.Length)];

    /// <inheritdoc/>
    public void Learn(ReadOnlySpan<int> page, ReadOnlySpan<bool> opened)
    {
    }

    /// <inheritdoc/>
    public int Reason(int item) => -1;
}
