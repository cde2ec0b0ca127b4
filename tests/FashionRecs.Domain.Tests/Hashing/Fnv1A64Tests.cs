using FashionRecs.Domain.Hashing;

namespace FashionRecs.Domain.Tests.Hashing;

public class Fnv1A64Tests
{
    // The vectors of the draft's appendix.
    [Theory]
    [InlineData("", 0xcbf29ce484222325UL)]
    [InlineData("a", 0xaf63dc4c8601ec8cUL)]
    [InlineData("foobar", 0x85944171f73967e8UL)]
    public void Hash_PublishedVectors_Match(string text, ulong expected) => Assert.Equal(expected, Fnv1A64.Hash(text));

    [Fact]
    public void Hash_AnotherStart_IsAnotherHash() => Assert.NotEqual(Fnv1A64.Hash("a"), Fnv1A64.Hash("a", Fnv1A64.OffsetBasis ^ 7));
}
