using FashionRecs.Domain.Attributes;
using FashionRecs.Web.Research.Reasons;

namespace FashionRecs.Web.Tests.Research;

public class ReasonNamesTests
{
    [Theory]
    [InlineData("neckline_design:V Neckline", "V-neckline")]
    [InlineData("neckline_design: V Neckline", "V-neckline")]
    [InlineData("neckline_design:V-Shaped", "V-shaped neckline")]
    [InlineData("neckline_design:Was Once", "neckline design:Was Once")]
    [InlineData("neckline_design", "Neckline design")]
    [InlineData("upper centre", "upper centre")]
    public void Of_WhatWasLogged_IsWhatPeopleCallIt(string logged, string called) =>
        Assert.Equal(called, ReasonNames.Of(AttributeVocabularyFile.Default, logged));
}
