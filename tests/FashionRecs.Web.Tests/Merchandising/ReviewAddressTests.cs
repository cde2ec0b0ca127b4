using FashionRecs.Application.Review.Queue;
using FashionRecs.Domain.Catalog;
using FashionRecs.Tests;
using FashionRecs.Web.Merchandising.Frame;
using FashionRecs.Web.Merchandising.Queue;

namespace FashionRecs.Web.Tests.Merchandising;

public class ReviewAddressTests
{
    [Fact]
    public void Query_Filter_IsReadBack()
    {
        var value = TestShop.Value("coat_length", "Ankle&Floor Length");
        var filter = new ReviewFilter
        {
            Attribute = value.Attribute, Value = value, Source = TagSource.Reviewed, State = ReviewState.Suspect,
            Person = "ada+1@example.org", Words = "red & blue", Order = ReviewOrder.Reach, Reversed = true,
            Import = Guid.Parse("1d0c7f5e-0d5b-4d4e-9a53-0c62c2f0a111"), From = new(2026, 5, 1), Until = new(2026, 5, 31),
            Type = "T-shirt & top",
            Colour = "Light blue", Section = "Men's", Least = 1.5m, Most = 20, Only = "a b\nc&d\n=e",
        };

        Assert.Equal(filter,
            ReviewAddress.Read(new Uri("http://localhost" + ReviewAddress.Of("/merchandising/queue", filter)), TestShop.Vocabulary));
    }

    [Theory]
    [InlineData("?value=coat_length%3AMidi%20Length", true)]
    [InlineData("?attribute=coat_length&value=coat_length%3AMidi%20Length", true)]
    [InlineData("?attribute=skirt_length&value=coat_length%3AMidi%20Length", false)]
    public void Read_ValueWithItsAttribute_CountsUnlessAnotherAttributeIsChosen(string query, bool counts)
    {
        var filter = ReviewAddress.Read(new Uri("http://localhost/merchandising/queue" + query), TestShop.Vocabulary);

        Assert.Equal(counts ? "coat_length: Midi Length" : null, filter.Value?.ToString());
        Assert.NotNull(filter.Attribute);
    }

    [Theory]
    [InlineData("?attribute=hat&value=x&state=77&order=zzz&source=me&page=-4")]
    [InlineData("?state=&person=&q=&type=&only=&import=&from=&least=")]
    [InlineData("?import=7&from=1.5.2026&until=2026-13-01&least=cheap&most=1,5&way=up")]
    public void Read_Nonsense_IsTheUsualQueue(string query)
    {
        var address = new Uri("http://localhost/merchandising/queue" + query);

        Assert.Equal(new ReviewFilter(), ReviewAddress.Read(address, TestShop.Vocabulary));
        Assert.Equal(1, ReviewAddress.PageOf(address));
        Assert.Equal("", ReviewAddress.Query(new ReviewFilter()));
    }
}
