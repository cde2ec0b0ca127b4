namespace FashionRecs.Domain.Tests.Texts;

public class EnglishTextTests
{
    [Theory]
    [InlineData("Top in soft jersey with a V-neck.", "V-Shaped")]
    [InlineData("Top in soft jersey with a v neck.", "V-Shaped")]
    [InlineData("Vneck top in soft jersey.", "V-Shaped")]
    [InlineData("V-necked top in soft jersey.", "V-Shaped")]
    [InlineData("Top with a deep V-neck at the front.", "Deep V Neckline")]
    [InlineData("Top with a deep, lace-trimmed V-neck.", "Deep V Neckline")]
    [InlineData("Top with a plunging neckline.", "Deep V Neckline")]
    [InlineData("Top with a CREW NECK.", "Round Neckline")]
    [InlineData("Top with a round, rib-trimmed neckline.", "Round Neckline")]
    [InlineData("Top with a scoop neck.", "Round Neckline")]
    [InlineData("Off-the-shoulder top with a trim.", "Off Shoulder")]
    [InlineData("Fitted, one-shoulder top in jersey.", "One Shoulder Neckline")]
    [InlineData("Bandeau top in jersey with a trim.", "Strapless Neck")]
    [InlineData("Top with a sweetheart neckline.", "Sweat Heart Neck")]
    [InlineData("Top with a square neckline.", "Square Neckline")]
    [InlineData("Top with a boat neck.", "")]
    [InlineData("Top with a halter neck.", "")]
    [InlineData("Top with buttons on one shoulder and a trim.", "")]
    public void Neckline_Named_IsRead(string description, string expected) =>
        Assert.Equal(expected, Said.Of("neckline_design", "Top", description));

    [Theory]
    [InlineData("Jumper with a polo neck.", "Turtle Neck")]
    [InlineData("Jumper with a roll-neck.", "Turtle Neck")]
    [InlineData("Jumper with a turtleneck.", "Turtle Neck | Low Turtle Neck")]
    [InlineData("Jumper with a mock turtleneck.", "Low Turtle Neck")]
    [InlineData("Jumper with a cowl neck.", "Draped Collar")]
    [InlineData("Jumper with a high neck.", "High")]
    public void Neck_Named_IsRead(string description, string expected) =>
        Assert.Equal(expected, Said.Of("neck_design", "Sweater", description));

    [Theory]
    [InlineData("Blouse with cap sleeves.", "Cup Sleeves")]
    [InlineData("Blouse with short cap sleeves.", "Cup Sleeves")]
    [InlineData("Short-sleeved blouse in jersey with a trim.", "Short")]
    [InlineData("Blouse with short, voluminous puff sleeves.", "Short")]
    [InlineData("Blouse with 3/4-length trumpet sleeves.", "3/4 Sleeves")]
    [InlineData("Blouse with ¾ sleeves.", "3/4 Sleeves")]
    [InlineData("Blouse with elbow-length sleeves.", "Elbow Sleeves")]
    [InlineData("Blouse with long, wide raglan sleeves.", "Long")]
    [InlineData("Blouse with extra-long sleeves.", "Extra Long Sleeves")]
    [InlineData("Sleeveless blouse with a trim.", "Sleeveless")]
    [InlineData("Blouse without sleeves and with a trim.", "Sleeveless")]
    [InlineData("Blouse with spaghetti straps.", "Sleeveless")]
    [InlineData("Short blouse with a trim, wide sleeves and a frill.", "")]
    [InlineData("Long blouse with a trim. The sleeves are wide.", "")]
    public void Sleeve_Named_IsRead(string description, string expected) =>
        Assert.Equal(expected, Said.Of("sleeve_length", "Blouse", description));

    [Theory]
    [InlineData("Dress", "Short, fitted, off-the-shoulder dress in jersey.", "skirt_length: Short Length; neckline_design: Off Shoulder")]
    [InlineData("Dress", "Knee-length shirt dress with a trim.", "skirt_length: Knee Length")]
    [InlineData("Dress", "Dress with long sleeves and a calf-length skirt.", "skirt_length: Midi Length; sleeve_length: Long")]
    [InlineData("Dress", "Maxi dress with a print.", "skirt_length: Long")]
    [InlineData("Dress", "Dress with a short zip at the back and a flared skirt.", "")]
    [InlineData("Skirt", "Ankle-length, pleated skirt with a trim.", "skirt_length: Ankle Length")]
    [InlineData("Trousers", "Ankle-length trousers in a linen weave.", "pant_length: Cropped Pant")]
    [InlineData("Trousers", "Cropped jeans with a trim.", "pant_length: Cropped")]
    [InlineData("Jacket", "Cropped jacket with a zip.", "coat_length: High Waist Length")]
    [InlineData("Top", "Cropped top with a zip.", "")]
    [InlineData("Jacket", "Short jacket with a zip.", "coat_length: High Waist Length | Regular Length")]
    [InlineData("Coat", "Short coat with a zip.", "coat_length: Regular Length | Long Length | Micro Length")]
    [InlineData("Coat", "Knee-length coat with notch lapels.", "coat_length: Knee Length; lapel_design: Notched")]
    [InlineData("Shorts", "Shorts in a linen weave.", "pant_length: Shorts")]
    [InlineData("Shorts", "Short shorts in a linen weave.", "pant_length: Short Pant")]
    [InlineData("Blazer", "Blazer with a wide shawl collar.", "lapel_design: Plus Size Shawl")]
    [InlineData("Blazer", "Collarless jacket with a trim.", "lapel_design: Collarless")]
    [InlineData("Blazer", "Jacket without a collar.", "lapel_design: Collarless")]
    [InlineData("Shirt", "Shirt with a collar and buttons.", "collar_design: Shirt Collar")]
    [InlineData("Jacket", "Jacket with a collar and buttons.", "")]
    [InlineData("Blouse", "Blouse with a Peter Pan collar.", "collar_design: Peter Pan")]
    [InlineData("Bag", "Bag with a short strap and a V-neck print.", "")]
    public void Text_OfAGarment_IsReadByItsKind(string type, string description, string expected) =>
        Assert.Equal(expected, Said.By(type, description));

    [Theory]
    [InlineData("Top with no V-neck.")]
    [InlineData("This is not a V-neck.")]
    [InlineData("Top without a V-neck or long sleeves.")]
    [InlineData("Top without long sleeves and V-neck.")]
    public void Text_Denied_SaysNothing(string description) => Assert.Equal("", Said.By("Top", description));

    [Fact]
    public void Text_DeniedThenSaid_SaysWhatFollows() =>
        Assert.Equal("sleeve_length: Long", Said.By("Top", "Top with no V-neck, with long sleeves."));

    [Theory]
    [InlineData("Trousers in a weave. Wear it with a V-neck top and long sleeves.")]
    [InlineData("Trousers in a weave. They match our long skirt.")]
    [InlineData("Trousers in a weave. Goes with a short jacket.")]
    [InlineData("The model is 175 cm and wears a short skirt.")]
    public void Text_OfAnotherProduct_SaysNothing(string description) => Assert.Equal("", Said.By("", description));

    [Fact]
    public void Text_AfterAnotherProductsSentence_IsReadAgain() =>
        Assert.Equal("neckline_design: V-Shaped", Said.By("Top", "Wear it with a long skirt. The top has a V-neck."));

    [Theory]
    [InlineData("Dress with a V-neck at the back.")]
    [InlineData("Dress with a deep V-neck at the back.")]
    [InlineData("Dress with a V-neck or a round neckline.")]
    public void Neckline_BehindOrUnclear_SaysNothing(string description) =>
        Assert.Equal("", Said.Of("neckline_design", "Dress", description));

    [Fact]
    public void Neckline_FrontAndBack_IsRead() =>
        Assert.Equal("V-Shaped", Said.Of("neckline_design", "Dress", "Dress with a V-neck front and back."));

    [Fact]
    public void Mentions_OneWithinTheOther_SayTheNarrower() =>
        Assert.Equal("Floor Length", Said.Of("skirt_length", "Dress", "A floor-length skirt with a trim.", "Floral maxi dress"));

    [Fact]
    public void Mentions_NameAgainstDescription_SayNothing() =>
        Assert.Equal("", Said.Of("skirt_length", "Dress", "A knee-length skirt with a trim.", "Floral mini dress"));

    [Fact]
    public void Words_OfAReading_AreTheTextsOwn()
    {
        var reading = Assert.Single(Said.Reader.Read("Tee", "Top", "Top in jersey with a Deep,  lace-trimmed V‑Neck."));

        Assert.Equal("Deep,  lace-trimmed V‑Neck", reading.Words);
        Assert.Equal("en", reading.Language);
        Assert.Equal("V-Shaped", reading.Family!.Code);
    }

    [Theory]
    [InlineData("V-neck tee", "neckline_design: V-Shaped")]
    [InlineData("Satin midi dress", "skirt_length: Mid-Length")]
    [InlineData("Zanzibar", "")]
    public void Name_WithoutDescription_IsRead(string name, string expected) => Assert.Equal(expected, Said.By("", "", name));
}
