namespace FashionRecs.Recommenders.LearningSpeed;

/// <summary>Decides pages for one shopper and learns from what they open.</summary>
public interface IPagePolicy
{
    /// <summary>The products of the next page, best first.</summary>
    int[] Page(int length);

    /// <summary>Learns from one page.</summary>
    /// <param name="page">The products shown, by place.</param>
    /// <param name="opened">Per place, whether the shopper opened it.</param>
    void Learn(ReadOnlySpan<int> page, ReadOnlySpan<bool> opened);

    /// <summary>The value that this policy would name as the reason for a product, or −1 where it has none.</summary>
    int Reason(int item);
}
